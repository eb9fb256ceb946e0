package io.retrogate.console;

import io.retrogate.ledger.LedgerView;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/** Whether the ledger's database would take a write; without it nothing may be acknowledged. */
@Component("ledgerHealthIndicator")
class LedgerHealth extends AbstractHealthIndicator {

    private final LedgerView ledger;

    LedgerHealth(LedgerView ledger) {
        super("the ledger cannot be read");
        this.ledger = ledger;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        if (ledger.writable()) {
            builder.up();
        } else {
            builder.down().withDetail("reason", "the database is read-only");
        }
    }
}
