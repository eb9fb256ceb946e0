package io.retrogate.ledger;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A transmission that is safe in the archive and asks to be accepted (C1).
 *
 * @param partner folder name; empty if nobody we know
 * @param uniqueKey what makes it the same transmission when it comes again ({@code
 *     as2|from|to|message-id}, {@code sftp|partner|sha256}); empty for one that failed
 *     authentication, which never claims a key
 * @param contentDigest decides, for a known key, whether a resend carries the same content (AS2:
 *     the MIC; else SHA-256)
 * @param messageId AS2 Message-ID or file name
 * @param wireAddress archive address of the bytes as received
 * @param payloadAddress archive address of the unwrapped document bytes; empty if they could not be
 *     unwrapped
 * @param sha256 of the payload, or of the wire bytes if there is no payload
 * @param refusal why the transport refused it (AS2 disposition modifier); empty if it is to be
 *     processed
 * @param fileName of the document, as the sender suggests it; empty if it suggests none, or if it
 *     is the messageId
 * @param attachments what came beside it and is only kept
 * @param further other documents of the same message, accepted together with this one if it is new,
 *     and not at all if it is not; they claim no key, and have neither receipt nor attachments
 */
public record Arrival(
        UUID id,
        Channel channel,
        String partner,
        String uniqueKey,
        String contentDigest,
        String messageId,
        String wireAddress,
        String payloadAddress,
        String sha256,
        long size,
        String refusal,
        Optional<Receipt> receipt,
        String fileName,
        List<Attachment> attachments,
        List<Arrival> further) {

    public Arrival {
        attachments = List.copyOf(attachments);
        further = List.copyOf(further);
    }

    /** One that comes alone. */
    public Arrival(
            UUID id,
            Channel channel,
            String partner,
            String uniqueKey,
            String contentDigest,
            String messageId,
            String wireAddress,
            String payloadAddress,
            String sha256,
            long size,
            String refusal,
            Optional<Receipt> receipt) {
        this(
                id,
                channel,
                partner,
                uniqueKey,
                contentDigest,
                messageId,
                wireAddress,
                payloadAddress,
                sha256,
                size,
                refusal,
                receipt,
                "",
                List.of(),
                List.of());
    }

    public enum Channel {
        AS2,
        SFTP,
        HTTP,
        FOLDER,
        FTPS,
        ROUTE
    }
}
