package io.retrogate.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The fast lane never says more than StAEDI; {@code -Dlane.documents} says how often it is asked.
 */
class LaneEquivalenceTest {

    private static final int DOCUMENTS = Integer.getInteger("lane.documents", 4_000);
    private static final int MUTANTS = Integer.getInteger("lane.mutants", 1_000);
    private static final long SEED = Long.getLong("lane.seed", 20261123);

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
    }

    @Test
    @Timeout(value = 4, unit = TimeUnit.HOURS)
    void saysTheSameAsStaediAndTakesWhatIsValid() {
        var comparison = new LaneComparison(SEED);
        for (int i = 0; i < DOCUMENTS; i += LaneComparison.messages().size()) {
            comparison.round();
        }

        var tallies = comparison.tallies();
        System.out.println("fast lane, seed " + SEED + ": " + LaneComparison.Tally.sum(tallies));
        tallies.forEach((message, tally) -> System.out.println("  " + message + ": " + tally));
        var all = LaneComparison.Tally.sum(tallies);
        assertThat(all.valid).isGreaterThan((all.valid + all.invalid) * 3 / 10);
        assertThat(all.invalid).isGreaterThan((all.valid + all.invalid) * 3 / 10);
        assertThat(tallies).hasSize(LaneComparison.messages().size());
        assertThat(tallies)
                .allSatisfy(
                        (message, tally) ->
                                assertThat(tally.wholeInTheFastLane)
                                        .as(message)
                                        .isPositive()
                                        .isGreaterThanOrEqualTo(tally.whole * 99 / 100));
    }
}
