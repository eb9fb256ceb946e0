package io.retrogate.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.MovingClock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LedgerCountsTest {

    private final FakeLedgerView ledger = new FakeLedgerView();
    private final MovingClock clock = new MovingClock(FakeLedgerView.NOON);
    private final LedgerCounts counts = new LedgerCounts(ledger, clock);

    @Test
    void asksTheLedgerOnlyEveryFewSeconds() {
        ledger.counts = Map.of("transmission.SETTLED", 1L);
        counts.all();
        ledger.counts = Map.of("transmission.SETTLED", 2L);

        assertThat(counts.all()).containsEntry("transmission.SETTLED", 1L);
        clock.advance(Duration.ofSeconds(3));
        assertThat(counts.all()).containsEntry("transmission.SETTLED", 2L);
        assertThat(ledger.counted).isEqualTo(2);
    }

    @Test
    void tellsTransmissionsFromDeliveries() {
        ledger.counts = Map.of("transmission.FAILED", 3L, "delivery.DEAD", 4L);

        assertThat(counts.of(LedgerCounts.DELIVERIES)).isEqualTo(Map.of("DEAD", 4L));
    }
}
