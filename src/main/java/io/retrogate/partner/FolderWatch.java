package io.retrogate.partner;

import static java.util.Objects.requireNonNull;

import io.retrogate.edi.GatewayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Remembers what each folder said last, and finds out what is new. Not for several threads. */
final class FolderWatch {

    private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);

    /** Certificates expire, and variables change, without any file changing. */
    private static final Duration STALE = Duration.ofHours(1);

    private final Path routes;
    private final FolderReader reader;
    private final OwnKeys keys;
    private final Clock clock;
    private final Supplier<List<FolderPart>> parts;
    private final Map<String, Standing> standings = new TreeMap<>();
    private Set<FolderProblem> told = Set.of();

    FolderWatch(
            Path routes,
            FolderReader reader,
            OwnKeys keys,
            Clock clock,
            Supplier<List<FolderPart>> parts) {
        this.routes = routes;
        this.reader = reader;
        this.keys = keys;
        this.clock = clock;
        this.parts = parts;
    }

    /** The folders that may describe somebody, hidden ones left out. */
    static List<Path> folders(Path routes) throws IOException {
        try (var paths = Files.list(routes)) {
            return paths.filter(Files::isDirectory)
                    .filter(path -> !FolderReader.nameOf(path).startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    Roster look() {
        var problems = new Problems();
        try {
            var present = folders(routes);
            withdrawAllBut(present);
            present.forEach(this::read);
        } catch (IOException e) {
            // A directory that is away for a moment must not take everybody out of service.
            String text = "It cannot be read (" + e.getClass().getSimpleName() + ").";
            problems.add(PartnerProblem.ROUTES_MISSING, routes, 0, text);
        }
        settle();
        standings.values().forEach(standing -> problems.addAll(standing.problems()));
        var live = standings.values().stream().flatMap(s -> s.live().stream()).toList();
        var own = ownKeys(live);
        own.forEach(look -> problems.addAll(look.problems()));
        tell(problems.all());
        return new Roster(live, own, problems.all());
    }

    private void withdrawAllBut(List<Path> present) {
        var gone = new HashSet<>(standings.keySet());
        present.forEach(folder -> gone.remove(FolderReader.nameOf(folder)));
        for (String name : gone) {
            Path folder = routes.resolve(name);
            standings.remove(name);
            for (FolderPart part : parts.get()) {
                try {
                    part.withdraw(folder);
                } catch (RuntimeException e) {
                    warn(failed(folder, "Part of it could not be withdrawn", e));
                }
            }
            LOG.atInfo().addKeyValue("folder", name).log("partner folder withdrawn");
        }
    }

    private void read(Path folder) {
        var known = standings.get(FolderReader.nameOf(folder));
        var standing = known == null ? new Standing(folder) : known;
        standings.put(standing.name(), standing);
        Instant now = clock.instant();
        try {
            var fingerprint = Fingerprint.of(folder);
            if (standing.unread(fingerprint, now.minus(STALE))) {
                standing.read(fingerprint, now, readWithKeys(folder));
            }
        } catch (IOException | RuntimeException e) {
            var problem =
                    new FolderProblem(
                            PartnerProblem.FOLDER_UNREADABLE,
                            folder,
                            0,
                            "It cannot be read (" + e.getClass().getSimpleName() + ").");
            standing.read(
                    new Fingerprint(Map.of()), Instant.EPOCH, FolderRead.broken(List.of(problem)));
        }
    }

    private FolderRead readWithKeys(Path folder) {
        FolderRead read = new FolderInspection(reader, parts.get()).readWithParts(folder);
        var as2 = read.loaded().flatMap(Loaded::partner).flatMap(TradingPartner::as2);
        if (as2.isEmpty()) {
            return read;
        }
        var problems = new Problems();
        problems.addAll(read.problems());
        for (String ownName : as2.get().ownKeys()) {
            try {
                keys.identity(ownName);
            } catch (GatewayException e) {
                problems.addAll(List.of(OwnKeyJudge.problem(keys.file(ownName), e)));
            }
        }
        return problems.stop()
                ? FolderRead.broken(problems.all())
                : new FolderRead(read.loaded(), problems.all());
    }

    private void settle() {
        boolean again = true;
        while (again) {
            again = false;
            for (var chosen : Rivals.settle(standings.values()).entrySet()) {
                Standing standing = requireNonNull(standings.get(chosen.getKey()));
                if (!standing.serves(chosen.getValue())
                        && !activated(standing, chosen.getValue())) {
                    again = true;
                }
            }
        }
    }

    private boolean activated(Standing standing, Loaded loaded) {
        try {
            parts.get().forEach(part -> part.activate(standing.folder()));
            standing.serve(loaded);
            LOG.atInfo().addKeyValue("folder", standing.name()).log("partner folder live");
            return true;
        } catch (RuntimeException e) {
            var problem = failed(standing.folder(), "It could not be taken into use", e);
            LOG.atWarn()
                    .addKeyValue("folder", standing.name())
                    .addKeyValue("problem", problem.code().id())
                    .setCause(e)
                    .log("partner folder not taken into use");
            standing.fail(problem);
            return false;
        }
    }

    /** Of the names that serve; none of them can fail any more. */
    private List<OwnKeys.Look> ownKeys(List<Loaded> live) {
        return live.stream()
                .flatMap(loaded -> loaded.partner().stream())
                .flatMap(partner -> partner.as2().stream())
                .flatMap(as2 -> as2.ownKeys().stream())
                .distinct()
                .sorted()
                .map(keys::look)
                .toList();
    }

    private void tell(List<FolderProblem> problems) {
        var fresh = new ArrayList<>(problems);
        fresh.removeAll(told);
        fresh.forEach(FolderWatch::warn);
        told = Set.copyOf(problems);
    }

    private static void warn(FolderProblem problem) {
        LOG.atWarn()
                .addKeyValue("file", problem.file())
                .addKeyValue("line", problem.line())
                .addKeyValue("problem", problem.code().id())
                .addKeyValue("explanation", problem.explanation())
                .log("partner folder problem");
    }

    private static FolderProblem failed(Path folder, String what, RuntimeException e) {
        String text = what + " (" + e.getClass().getSimpleName() + ").";
        return new FolderProblem(PartnerProblem.PART_FAILED, folder, 0, text);
    }
}
