package io.retrogate.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The fast lane never says more than StAEDI; {@code -Dlane.documents} says how often it is asked.
 */
class LaneEquivalenceTest {

    private static final int DOCUMENTS = Integer.getInteger("lane.documents", 4_000);
    private static final int MUTANTS = Integer.getInteger("lane.mutants", 1_000);
    private static final int THREADS = Integer.getInteger("lane.threads", 1);
    private static final long SEED = Long.getLong("lane.seed", 20261123);

    /** Far enough apart for parts that are numbered from 1. */
    private static final long NEXT_THREAD = 1_000_000;

    @Test
    @Timeout(value = 4, unit = TimeUnit.HOURS)
    void saysTheSameOfBrokenSamples() throws IOException {
        var comparison = new LaneComparison(SEED);
        var mutants = new Mutants(SEED);
        var corpus = MutantsTest.corpus();
        int spared = 0;
        for (int i = 0; i < MUTANTS; i++) {
            spared += comparison.same(mutants.of(corpus)) ? 1 : 0;
        }
        assertThat(spared).isPositive();
        keep("seed " + SEED + ": " + MUTANTS + " broken samples, no disagreement\n");
    }

    @Test
    @Timeout(value = 4, unit = TimeUnit.HOURS)
    void saysTheSameAsStaediAndTakesWhatIsValid() throws Exception {
        int messages = LaneComparison.messages().size();

        var tallies = judged(DOCUMENTS / messages / THREADS + 1);

        var all = LaneComparison.Tally.sum(tallies);
        var said = new StringBuilder();
        said.append("seed %d, %d threads: %s%n".formatted(SEED, THREADS, all));
        tallies.forEach((message, tally) -> said.append("  " + message + ": " + tally + "\n"));
        System.out.print("fast lane, " + said);
        assertThat(all.valid).isGreaterThan((all.valid + all.invalid) * 3 / 10);
        assertThat(all.invalid).isGreaterThan((all.valid + all.invalid) * 3 / 10);
        assertThat(tallies).hasSize(messages);
        assertThat(tallies)
                .allSatisfy(
                        (message, tally) ->
                                assertThat(tally.wholeInTheFastLane)
                                        .as(message)
                                        .isPositive()
                                        .isGreaterThanOrEqualTo(tally.whole * 99 / 100));
        keep(said.toString());
    }

    /** By several threads, each with documents and validators of its own. */
    private static Map<String, LaneComparison.Tally> judged(int rounds) throws Exception {
        var threads = Executors.newFixedThreadPool(THREADS);
        try {
            var parts = new ArrayList<Future<Map<String, LaneComparison.Tally>>>();
            for (int thread = 0; thread < THREADS; thread++) {
                var comparison = new LaneComparison(SEED + thread * NEXT_THREAD);
                parts.add(threads.submit(() -> comparison.rounds(rounds)));
            }
            var all = new TreeMap<String, LaneComparison.Tally>();
            for (var part : parts) {
                part.get()
                        .forEach(
                                (message, it) -> all.merge(message, it, LaneComparison.Tally::and));
            }
            return all;
        } finally {
            threads.shutdownNow();
        }
    }

    /** Only what nothing disagreed in gets here; parts of one run stand below each other. */
    private static void keep(String said) throws IOException {
        var file = System.getProperty("lane.results", "");
        if (!file.isEmpty()) {
            Files.createDirectories(Path.of(file).getParent());
            Files.writeString(
                    Path.of(file), said, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }
}
