package io.retrogate.deliver;

import java.util.UUID;

/** Stage 6: hands one delivery over and proves that it arrived. */
public interface Deliverer {

    /**
     * Attempts the delivery if the ledger lets us claim it, and does nothing otherwise. When this
     * returns, the outcome stands in the ledger.
     */
    void deliver(UUID delivery);
}
