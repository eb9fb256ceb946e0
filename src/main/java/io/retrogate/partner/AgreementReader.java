package io.retrogate.partner;

import com.fasterxml.jackson.databind.JsonNode;
import io.retrogate.edi.DocumentLines;
import io.retrogate.edi.MessageType;
import io.retrogate.edi.PartyId;
import io.retrogate.partner.DocumentAgreement.Direction;
import io.retrogate.partner.Policies.Level;
import io.retrogate.partner.Policies.Topic;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads an {@code agreement.yaml} that already fits its schema. */
final class AgreementReader {

    private static final String AS2 = "as2";
    private static final String NONE = "none";

    private final YamlFile yaml;
    private final Path folder;
    private final PartnerCertificates certificates;
    private final List<Guide> guides;
    private final List<MappingFile> mappings;
    private final Problems problems;

    AgreementReader(
            YamlFile yaml,
            Path folder,
            PartnerCertificates certificates,
            List<Guide> guides,
            List<MappingFile> mappings,
            Problems problems) {
        this.yaml = yaml;
        this.folder = folder;
        this.certificates = certificates;
        this.guides = guides;
        this.mappings = mappings;
        this.problems = problems;
    }

    /** To be used only if there are no problems afterwards. */
    TradingPartner read() {
        Optional<As2Agreement> as2 =
                yaml.json().has(AS2)
                        ? Optional.of(new As2Section(yaml, folder, certificates, problems).read())
                        : Optional.empty();
        String acknowledgeBy = yaml.json().path("acknowledgeBy").asText(NONE);
        if (acknowledgeBy.equals(AS2) && !yaml.json().path(AS2).has("url")) {
            impossible("/acknowledgeBy", "There is no as2.url to send answers to.");
        }
        return new TradingPartner(
                yaml.text("/partner"),
                folder,
                identifiers("identifiers"),
                identifiers("ownIdentifiers"),
                as2,
                documents(!acknowledgeBy.equals(NONE)),
                acknowledgeBy.equals(NONE) ? "" : acknowledgeBy,
                policies(),
                guides,
                mappings,
                charset());
    }

    private Optional<Charset> charset() {
        String name = yaml.text("/charset");
        return name.isEmpty() ? Optional.empty() : Optional.of(Charset.forName(name));
    }

    private Policies policies() {
        var levels = new EnumMap<Topic, Level>(Topic.class);
        for (var topic : Topic.values()) {
            String level = yaml.text("/policies/" + topic.name());
            if (!level.isEmpty()) {
                levels.put(topic, Level.valueOf(level.toUpperCase(Locale.ROOT)));
            }
        }
        String late = yaml.text("/policies/lateFaults").toUpperCase(Locale.ROOT).replace('-', '_');
        return new Policies(
                levels, late.isEmpty() ? LateFaults.WHOLE_ENVELOPE : LateFaults.valueOf(late));
    }

    private List<PartyId> identifiers(String key) {
        var ids = new ArrayList<PartyId>();
        yaml.json()
                .path(key)
                .forEach(
                        id ->
                                ids.add(
                                        new PartyId(
                                                id.path("qualifier").asText(""),
                                                id.path("id").asText())));
        return ids;
    }

    private List<DocumentAgreement> documents(boolean wayBack) {
        var documents = new ArrayList<DocumentAgreement>();
        Set<String> seen = new HashSet<>();
        JsonNode list = yaml.json().path("documents");
        for (int i = 0; i < list.size(); i++) {
            String at = "/documents/" + i;
            document(at, wayBack).ifPresent(documents::add);
            if (!seen.add(yaml.text(at + "/direction") + " " + kind(yaml.text(at + "/message")))) {
                String text = yaml.text(at + "/message") + " is agreed above already.";
                problems.add(PartnerProblem.DOCUMENT_TWICE, yaml, at, text);
            }
        }
        return documents;
    }

    /** A file shows no more of itself than whether it is XML. */
    private static String kind(String message) {
        if (!message.startsWith("FILE ")) {
            return message;
        }
        return message.endsWith(" XML") ? "file that is XML" : "file that is no XML";
    }

    private Optional<DocumentAgreement> document(String at, boolean wayBack) {
        String written = yaml.text(at + "/message");
        var type = DocumentName.parse(written).filter(DocumentName::supported);
        if (type.isEmpty()) {
            String text = "'" + written + "' is not among the documents that we know";
            text += NearestName.suggestion(written, DocumentName.known());
            problems.add(PartnerProblem.DOCUMENT_UNSUPPORTED, yaml, at + "/message", text);
            return Optional.empty();
        }
        var direction = Direction.valueOf(yaml.text(at + "/direction").toUpperCase(Locale.ROOT));
        destinations(at, direction);
        var to = new ArrayList<String>();
        yaml.json().at(at + "/to").forEach(name -> to.add(name.asText()));
        String acknowledge = acknowledge(at, type.get(), wayBack);
        String business = business(at, type.get(), wayBack);
        return Optional.of(
                new DocumentAgreement(
                        direction,
                        type.get(),
                        acknowledge,
                        business,
                        to,
                        mapping(at, type.get()),
                        eachLine(at, type.get(), direction, business)));
    }

    /** Whoever sent a line that is held back has to be told so. */
    private boolean eachLine(String at, MessageType type, Direction direction, String business) {
        if (!yaml.text(at + "/lines").equals("each")) {
            return false;
        }
        if (direction == Direction.OUTBOUND) {
            lines(at, "Lines are held back of a document that comes in, not of one that we send.");
        } else if (!DocumentLines.areIn(type)) {
            lines(at, type + " has no lines that we could hold back.");
        } else if (business.equals(NONE)) {
            lines(at, "Lines that are held back are named by the key 'business'.");
        } else if (yaml.json().at(at).has("engine")) {
            lines(at, "By a Smooks configuration a document is read as a whole.");
        }
        return true;
    }

    private void lines(String at, String text) {
        problems.add(PartnerProblem.VALUE_INVALID, yaml, at + "/lines", text);
    }

    private void destinations(String at, Direction direction) {
        boolean given = yaml.json().at(at).has("to");
        if (direction == Direction.INBOUND && !given) {
            String text = "A document that comes in needs somebody who gets it: the key 'to'.";
            problems.add(PartnerProblem.KEY_MISSING, yaml, at, text);
        } else if (direction == Direction.OUTBOUND && given) {
            String text = "A document that we send goes to the partner; it has no 'to'.";
            problems.add(PartnerProblem.VALUE_INVALID, yaml, at + "/to", text);
        }
    }

    private String mapping(String at, MessageType type) {
        return new EngineSection(yaml, at, folder, problems).mapping(type);
    }

    private String acknowledge(String at, MessageType type, boolean wayBack) {
        Set<String> fitting =
                switch (type.standard()) {
                    case X12 -> Set.of("997", "999");
                    case EDIFACT -> Set.of("CONTRL");
                    case FILE -> Set.of();
                };
        return answer(at + "/acknowledge", type, fitting, wayBack);
    }

    private String business(String at, MessageType type, boolean wayBack) {
        Set<String> fitting =
                switch (type.standard()) {
                    case X12 -> Set.of("824");
                    case EDIFACT -> Set.of("APERAK");
                    case FILE -> Set.of();
                };
        return answer(at + "/business", type, fitting, wayBack);
    }

    private String answer(String pointer, MessageType type, Set<String> fitting, boolean wayBack) {
        String answer = yaml.json().at(pointer).asText(NONE);
        if (answer.isEmpty() || answer.equals(NONE)) {
            return NONE;
        }
        if (!fitting.contains(answer)) {
            impossible(pointer, type + " cannot be answered with " + answer + ".");
        } else if (!wayBack) {
            impossible(pointer, "There is no way back for the " + answer + ".");
        }
        return answer;
    }

    private void impossible(String pointer, String text) {
        problems.add(PartnerProblem.ANSWER_IMPOSSIBLE, yaml, pointer, text);
    }
}
