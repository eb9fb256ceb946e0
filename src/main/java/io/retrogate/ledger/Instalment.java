package io.retrogate.ledger;

import java.util.UUID;

/**
 * A part of what follows from a large transmission, committed at once (C4).
 *
 * @param from how far the transmission must be settled for this to be what comes next
 * @param to how far it is settled with this; in the next interchange if this one is closed
 * @param interchange its documents are those of this instalment; acknowledgements and judgements
 *     come with the one that closes it, and with them the last word on the report
 * @param last whether nothing more belongs to the transmission
 */
public record Instalment(
        UUID transmission,
        Progress from,
        Progress to,
        SettledInterchange interchange,
        boolean last) {

    boolean closes() {
        return to.interchange() > from.interchange();
    }
}
