package io.retrogate.partner;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Settles which version of each folder can serve beside the others. Who serves already comes before
 * who has changed, and that before who is new; among equals the name decides.
 */
final class Rivals {

    private final Map<String, Loaded> chosen = new TreeMap<>();
    private final Map<String, List<FolderProblem>> problems = new HashMap<>();
    private final List<Standing> standings;
    private final Set<String> endpoints = new HashSet<>();

    private Rivals(Collection<Standing> all) {
        this.standings = List.copyOf(all);
        for (Standing standing : standings) {
            standing.candidate()
                    .or(standing::live)
                    .ifPresent(loaded -> chosen.put(standing.name(), loaded));
            // A broken endpoint must not take down the partners whose documents it gets.
            boolean endpoint =
                    Stream.concat(standing.candidate().stream(), standing.live().stream())
                            .anyMatch(loaded -> loaded.endpoint().isPresent());
            if (endpoint || Files.exists(standing.folder().resolve(FolderReader.ENDPOINT))) {
                endpoints.add(standing.name());
            }
        }
    }

    /** The version of each folder that can serve; tells each standing its conflicts. */
    static Map<String, Loaded> settle(Collection<Standing> all) {
        var rivals = new Rivals(all);
        while (rivals.demoteOne()) {
            // Who lost may have held what another one wants, so everything is looked at again.
        }
        rivals.standings.forEach(
                s -> s.conflicts(rivals.problems.getOrDefault(s.name(), List.of())));
        return rivals.chosen;
    }

    private boolean demoteOne() {
        var taken = new HashMap<String, String>();
        for (Standing standing : byRight()) {
            Loaded loaded = chosen.get(standing.name());
            if (loaded == null) {
                continue;
            }
            var found = conflicts(loaded, taken);
            if (found.isEmpty()) {
                continue;
            }
            problems.put(standing.name(), found);
            if (!isLive(standing)) {
                standing.live()
                        .ifPresentOrElse(
                                live -> chosen.put(standing.name(), live),
                                () -> chosen.remove(standing.name()));
                return true;
            }
        }
        return false;
    }

    private List<Standing> byRight() {
        return standings.stream()
                .sorted(
                        Comparator.comparing((Standing s) -> !isLive(s))
                                .thenComparing(s -> s.live().isEmpty())
                                .thenComparing(Standing::name))
                .toList();
    }

    private boolean isLive(Standing standing) {
        Loaded loaded = chosen.get(standing.name());
        return loaded != null && standing.serves(loaded);
    }

    private List<FolderProblem> conflicts(Loaded loaded, Map<String, String> taken) {
        var found = new Problems();
        if (loaded.partner().isPresent()) {
            TradingPartner partner = loaded.partner().get();
            identifiers(partner, loaded.yaml(), taken, found);
            as2Names(partner, loaded.yaml(), taken, found);
            destinations(loaded.yaml(), found);
        }
        return found.all();
    }

    private static void identifiers(
            TradingPartner partner, YamlFile yaml, Map<String, String> taken, Problems found) {
        for (int i = 0; i < partner.identifiers().size(); i++) {
            var id = partner.identifiers().get(i);
            String other = taken.putIfAbsent("id " + id, partner.name());
            if (other != null && !other.equals(partner.name())) {
                String text = "The identifier " + id + " belongs to " + other + ".";
                found.add(PartnerProblem.IDENTIFIER_TAKEN, yaml, "/identifiers/" + i, text);
            }
        }
    }

    private static void as2Names(
            TradingPartner partner, YamlFile yaml, Map<String, String> taken, Problems found) {
        if (partner.as2().isEmpty()) {
            return;
        }
        var as2 = partner.as2().get();
        String pair = "as2 " + as2.partnerName().length() + as2.partnerName() + as2.ownName();
        String other = taken.putIfAbsent(pair, partner.name());
        if (other != null) {
            String text = "The AS2 names " + as2.partnerName() + " and " + as2.ownName();
            text += " belong to " + other + " together.";
            found.add(PartnerProblem.AS2_NAMES_TAKEN, yaml, "/as2/partnerName", text);
        }
    }

    private void destinations(YamlFile yaml, Problems found) {
        var documents = yaml.json().path("documents");
        var missing = new ArrayList<String>();
        for (int i = 0; i < documents.size(); i++) {
            for (int j = 0; j < documents.get(i).path("to").size(); j++) {
                String at = "/documents/" + i + "/to/" + j;
                String name = yaml.text(at);
                if (!endpoints.contains(name) && !missing.contains(name)) {
                    missing.add(name);
                    String text = "There is no endpoint '" + name + "'";
                    text += NearestName.suggestion(name, endpoints);
                    found.add(PartnerProblem.DESTINATION_UNKNOWN, yaml, at, text);
                }
            }
        }
    }
}
