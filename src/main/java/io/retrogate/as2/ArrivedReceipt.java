package io.retrogate.as2;

import io.retrogate.edi.Content;
import java.time.Clock;
import java.util.Optional;

/** A receipt that came on a connection of its own (RFC 4130 §7.1). */
public final class ArrivedReceipt {

    private final MimeEntity entity;

    private ArrivedReceipt(MimeEntity entity) {
        this.entity = entity;
    }

    /**
     * Empty if it is a message, not a receipt. Nothing is verified yet.
     *
     * @param headers those of the HTTP request
     */
    public static Optional<ArrivedReceipt> of(MimeHeaders headers, Content body) {
        if (!mayBe(headers)) {
            return Optional.empty();
        }
        Slice bytes = Slice.of(body);
        MimeEntity entity = new MimeEntity(headers, bytes, bytes);
        return isReport(entity) ? Optional.of(new ArrivedReceipt(entity)) : Optional.empty();
    }

    /** Whether the headers alone leave it open; no receipt asks for a receipt. */
    public static boolean mayBe(MimeHeaders headers) {
        String type = headers.contentType().value();
        return headers.first("Disposition-Notification-To").isEmpty()
                && (type.equals("multipart/signed") || type.equals(ReceiptCheck.REPORT));
    }

    private static boolean isReport(MimeEntity entity) {
        try {
            return report(entity).headers().contentType().value().equals(ReceiptCheck.REPORT);
        } catch (MessageRefused e) {
            return false;
        }
    }

    private static MimeEntity report(MimeEntity entity) throws MessageRefused {
        boolean signed = entity.headers().contentType().value().equals("multipart/signed");
        return signed ? MimeEntity.read(Multipart.split(entity).get(0)) : entity;
    }

    /** The Message-ID that it names, verified or not; empty if it cannot be read. */
    public String about() {
        try {
            return ReceiptCheck.about(ReceiptCheck.notification(report(entity)));
        } catch (MessageRefused e) {
            return "";
        }
    }

    /**
     * What it proves of the message that we sent.
     *
     * @param certificates of the partner to whom we sent it
     * @param mic ours, of what was sent
     */
    public As2Outcome judge(
            Spools spools,
            Clock clock,
            As2Policy policy,
            As2Certificates certificates,
            String messageId,
            Mic mic) {
        return new ReceiptCheck(spools, clock, policy, certificates)
                .judge(0, entity, new Noted(messageId, mic));
    }

    /** The algorithm is the one that we asked for; by another we have no MIC to compare with. */
    private record Noted(String messageId, Mic ours) implements ReceiptCheck.Sent {

        @Override
        public Optional<Mic> mic(Mic theirs) {
            return DigestAlgorithm.named(theirs.algorithm())
                            .equals(DigestAlgorithm.named(ours.algorithm()))
                    ? Optional.of(ours)
                    : Optional.empty();
        }
    }
}
