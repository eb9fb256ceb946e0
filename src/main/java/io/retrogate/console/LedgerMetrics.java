package io.retrogate.console;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.retrogate.ledger.DeliveryOutcome;
import io.retrogate.ledger.Transmission;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** How many transmissions and deliveries are in which state. */
@Component
class LedgerMetrics implements MeterBinder {

    private final LedgerCounts counts;

    LedgerMetrics(LedgerCounts counts) {
        this.counts = counts;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        var transmissions = new TreeSet<String>();
        Arrays.stream(Transmission.State.values()).map(Enum::name).forEach(transmissions::add);
        bind(registry, "retrogate.ledger.transmissions", LedgerCounts.TRANSMISSIONS, transmissions);

        var deliveries = new TreeSet<>(Set.of("READY", "IN_FLIGHT"));
        Arrays.stream(DeliveryOutcome.State.values()).map(Enum::name).forEach(deliveries::add);
        bind(registry, "retrogate.ledger.deliveries", LedgerCounts.DELIVERIES, deliveries);
    }

    private void bind(MeterRegistry registry, String name, String prefix, Set<String> states) {
        for (var state : states) {
            Gauge.builder(name, counts, all -> all.all().getOrDefault(prefix + state, 0L))
                    .tag("state", state)
                    .register(registry);
        }
    }
}
