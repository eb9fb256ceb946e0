package io.retrogate.ledger;

import java.time.Instant;
import java.util.UUID;

/**
 * The right to attempt one delivery, until the lease ends. The token fences off whoever held it
 * before.
 *
 * @param form {@code canonical} to an endpoint, or {@code 997}, {@code TA1}, {@code CONTRL} to a
 *     partner, or {@code MDN}, the receipt of the transport
 * @param target endpoint name or partner name
 * @param address archive address of the canonical message; empty for an acknowledgement; the URL
 *     that an MDN goes to
 * @param content ISO-8859-1 text of an acknowledgement; of an MDN header lines, a blank line and
 *     the body; empty for a canonical message
 * @param attempt counts from 1
 * @param idempotencyKey fixed for the life of the delivery
 * @param subject what the document is about, for the CloudEvents envelope and file names: document
 *     or control number
 * @param interrupted whether the attempt before has no outcome: it may have had its effect
 * @param rendition what an earlier attempt noted to be sent in place of the canonical message
 */
public record Claim(
        UUID delivery,
        long token,
        String form,
        String target,
        String address,
        String content,
        String idempotencyKey,
        String subject,
        String kind,
        int attempt,
        Instant createdAt,
        boolean interrupted,
        Rendition rendition) {

    /** With what is sent in place of the canonical message. */
    public Claim with(Rendition made) {
        return new Claim(
                delivery,
                token,
                form,
                target,
                address,
                content,
                idempotencyKey,
                subject,
                kind,
                attempt,
                createdAt,
                interrupted,
                made);
    }
}
