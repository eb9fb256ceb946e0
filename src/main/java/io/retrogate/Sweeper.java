package io.retrogate;

import io.retrogate.ledger.Failpoint;
import io.retrogate.ledger.Failpoints;
import io.retrogate.ledger.Ledger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks for what is stuck; finds nothing on a good day. */
@Component
class Sweeper {

    private static final Logger log = LoggerFactory.getLogger(Sweeper.class);

    private final Ledger ledger;
    private final Failpoints failpoints;

    Sweeper(Ledger ledger, Failpoints failpoints) {
        this.ledger = ledger;
        this.failpoints = failpoints;
    }

    @Scheduled(
            initialDelayString = "${retrogate.sweeper.every:30s}",
            fixedDelayString = "${retrogate.sweeper.every:30s}")
    void sweep() {
        try {
            int emitted = ledger.sweep();
            if (emitted > 0) {
                log.atWarn().addKeyValue("emitted", emitted).log("stuck work emitted again");
                failpoints.reach(Failpoint.SWEPT);
            }
        } catch (RuntimeException e) {
            log.atWarn().addKeyValue("problem", "GTW-001").setCause(e).log("sweep interrupted");
        }
    }
}
