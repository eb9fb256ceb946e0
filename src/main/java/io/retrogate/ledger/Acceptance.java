package io.retrogate.ledger;

import java.util.Optional;
import java.util.UUID;

/**
 * The ledger's answer to an arrival.
 *
 * @param transmission ours, or that of the first copy
 * @param receipt the one to send: the arrival's own if NEW, the stored one if DUPLICATE; empty if
 *     CONFLICT
 */
public record Acceptance(Outcome outcome, UUID transmission, Optional<Receipt> receipt) {

    public enum Outcome {
        /** Committed; it will be processed. */
        NEW,
        /** The same key and the same content came before; nothing else happens. */
        DUPLICATE,
        /** The same key came before with other content; recorded, never processed. */
        CONFLICT
    }
}
