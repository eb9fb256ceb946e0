package io.retrogate.ledger;

import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends the process without any farewell when the armed moment comes for the n-th time. */
final class ArmedFailpoints implements Failpoints {

    private static final Logger log = LoggerFactory.getLogger(ArmedFailpoints.class);
    private static final int KILLED = 137;

    private final Failpoint armed;
    private final AtomicInteger left;

    /** {@code ACCEPTED} or, for the third time, {@code ACCEPTED:3}. */
    ArmedFailpoints(String specification) {
        var parts = specification.split(":", 2);
        armed = Failpoint.valueOf(parts[0]);
        left = new AtomicInteger(parts.length > 1 ? Integer.parseInt(parts[1]) : 1);
        log.atWarn().addKeyValue("failpoint", specification).log("armed: this gateway will die");
    }

    @Override
    public void reach(Failpoint point) {
        if (point == armed && left.decrementAndGet() == 0) {
            Runtime.getRuntime().halt(KILLED);
        }
    }
}
