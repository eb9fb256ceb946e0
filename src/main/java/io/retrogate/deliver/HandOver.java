package io.retrogate.deliver;

import io.retrogate.ledger.Claim;
import java.time.Duration;
import java.util.function.Function;

/** The effect of one attempt: the only thing in a delivery that the outside world sees. */
interface HandOver {

    /**
     * Whether a second attempt can do no harm: the other side recognises it, or somebody declared
     * so.
     */
    boolean repeatable();

    /** Total time of {@link #attempt}; when it ends, the attempt has returned. */
    Duration deadline();

    /**
     * Returns within the deadline, whatever the other side does.
     *
     * @throws io.retrogate.edi.GatewayException only if nothing was sent
     */
    Attempt attempt(Claim claim);

    /** One that can do no harm when it comes again. */
    static HandOver repeatable(Duration deadline, Function<Claim, Attempt> sending) {
        return new HandOver() {
            @Override
            public boolean repeatable() {
                return true;
            }

            @Override
            public Duration deadline() {
                return deadline;
            }

            @Override
            public Attempt attempt(Claim claim) {
                return sending.apply(claim);
            }
        };
    }
}
