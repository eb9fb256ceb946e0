package io.retrogate.ledger;

import java.time.Instant;
import java.util.UUID;

/**
 * Bytes that crossed the border once, as the ledger knows them. Addresses are the archive's, as
 * text.
 *
 * @param fileName that an AS2 message suggests for the document; empty if it suggests none
 */
public record Transmission(
        UUID id,
        Arrival.Channel channel,
        String partner,
        String messageId,
        String fileName,
        String wireAddress,
        String payloadAddress,
        String sha256,
        long size,
        State state,
        String refusal,
        Instant receivedAt) {

    public enum State {
        /** Committed, not yet judged. */
        RECEIVED,
        /** Judged, acknowledged and dispatched. */
        SETTLED,
        /** The transport refused it; kept as evidence. */
        REFUSED,
        /** A stage failed for good; an operator has to look. */
        FAILED
    }
}
