package io.retrogate.deliver;

import io.retrogate.partner.FolderPart;
import java.util.UUID;

/** Stage 6: hands one delivery over and proves that it arrived. */
public interface Deliverer {

    /** Checks the templates of endpoints' folders, for tools without a running gateway. */
    static FolderPart templates() {
        return new EndpointTemplates();
    }

    /**
     * Attempts the delivery if the ledger lets us claim it, and does nothing otherwise. When this
     * returns, the outcome stands in the ledger.
     */
    void deliver(UUID delivery);
}
