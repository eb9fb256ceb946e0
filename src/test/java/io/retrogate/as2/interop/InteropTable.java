package io.retrogate.as2.interop;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.as2.interop.InteropCase.Wanted;
import io.retrogate.as2.interop.InteropCase.Way;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The tables of {@code src/docs/as2-interoperability.md}. Every run makes sure of the rows that it
 * plays, and that the document says no more and no less; only a whole run writes it.
 */
final class InteropTable {

    private static final Path DOCUMENT = Path.of("src/docs/as2-interoperability.md");
    private static final String HEAD = "## Known faults";

    private final List<InteropCase> whole = Matrix.whole();
    private final Set<InteropCase> seen = new HashSet<>();

    /** As it should be, or as it is known. */
    void saw(InteropCase one) {
        seen.add(one);
    }

    /**
     * @param times how often a fault was seen that no message of its own shows
     */
    void check(PeerFault fault, int times) {
        if (seen.containsAll(whole)) {
            assertThat(times).as("seen, as " + fault + " says").isPositive();
        }
    }

    void check() throws IOException {
        String committed = Files.readString(DOCUMENT);
        String yielded = committed.substring(0, committed.indexOf(HEAD)) + tables();
        if (Boolean.getBoolean("golden.update")) {
            assertThat(seen).as("what has to be seen before it is written").containsAll(whole);
            Files.writeString(DOCUMENT, yielded);
            return;
        }
        assertThat(yielded).as(DOCUMENT + " (-Pinterop -Dgolden.update=true)").isEqualTo(committed);
    }

    private String tables() {
        Stream<String> sections =
                Arrays.stream(Peer.values())
                        .flatMap(
                                peer -> Arrays.stream(Way.values()).map(way -> section(peer, way)));
        return faults() + sections.collect(joining());
    }

    private String faults() {
        String rows =
                Arrays.stream(PeerFault.values()).map(InteropTable::row).collect(joining("\n"));
        return HEAD
                + "\n\n| | product | messages | what it does |\n|---|---|---|---|\n"
                + rows
                + "\n";
    }

    private static String row(PeerFault fault) {
        return "| %s | %s, which %s | %s | %s |"
                .formatted(fault, fault.peer.text, fault.way.text, fault.where, fault.evidence);
    }

    private String section(Peer peer, Way way) {
        List<InteropCase> all =
                whole.stream().filter(one -> one.peer() == peer && one.way() == way).toList();
        long good = all.stream().filter(one -> PeerFault.of(one).isEmpty()).count();
        String title = peer.text + " " + way.text;
        String rows =
                all.stream()
                        .map(InteropCase::shape)
                        .distinct()
                        .map(shape -> "| " + shape + " |" + cells(all, shape) + "\n")
                        .collect(joining());
        String columns =
                Arrays.stream(Wanted.values()).map(w -> " " + w.text + " |").collect(joining());
        String sum = good + " of " + all.size() + " messages as they should be.";
        return "\n## "
                + title
                + "\n\n"
                + (way == Way.TO_US ? sum + " " + peer.verifies : sum)
                + "\n\n| message \\ receipt |"
                + columns
                + "\n|---|"
                + "---|".repeat(Wanted.values().length)
                + "\n"
                + rows;
    }

    private static String cells(List<InteropCase> all, String shape) {
        return Arrays.stream(Wanted.values())
                .map(wanted -> " " + cell(all, shape, wanted) + " |")
                .collect(joining());
    }

    private static String cell(List<InteropCase> all, String shape, Wanted wanted) {
        List<String> outcomes =
                all.stream()
                        .filter(one -> one.shape().equals(shape) && one.wanted() == wanted)
                        .map(one -> PeerFault.of(one).map(PeerFault::name).orElse("ok"))
                        .distinct()
                        .sorted(Comparator.reverseOrder())
                        .toList();
        return outcomes.isEmpty() ? "–" : String.join(", ", outcomes);
    }
}
