package io.retrogate.console;

import io.retrogate.ledger.LedgerView;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The ledger's counts, at most a few seconds old, so that looking often costs nothing. */
@Component
class LedgerCounts {

    static final String TRANSMISSIONS = "transmission.";
    static final String DELIVERIES = "delivery.";

    private static final Duration KEPT = Duration.ofSeconds(3);

    private final LedgerView ledger;
    private final Clock clock;
    private @Nullable Snapshot last;

    private record Snapshot(Map<String, Long> counts, Instant taken) {}

    LedgerCounts(LedgerView ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    synchronized Map<String, Long> all() {
        var now = clock.instant();
        var snapshot = last;
        if (snapshot == null || !now.isBefore(snapshot.taken().plus(KEPT))) {
            snapshot = new Snapshot(Map.copyOf(ledger.counts()), now);
            last = snapshot;
        }
        return snapshot.counts();
    }

    /** Those of one kind, by state alone. */
    Map<String, Long> of(String prefix) {
        var states = new TreeMap<String, Long>();
        all().forEach(
                        (key, count) -> {
                            if (key.startsWith(prefix)) {
                                states.put(key.substring(prefix.length()), count);
                            }
                        });
        return states;
    }
}
