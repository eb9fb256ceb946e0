package io.retrogate.as2;

import io.retrogate.as2.As2Outcome.State;
import java.time.Clock;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Judges a receipt: whose it is, what it is about, whether it says yes, and to which bytes. */
final class ReceiptCheck {

    static final String REPORT = "multipart/report";
    private static final int MAX_NOTIFICATION = 64 * 1024;

    private final Spools spools;
    private final Clock clock;
    private final As2Policy policy;
    private final As2Certificates certificates;

    /**
     * @param policy whether the receipt has to be signed, and with which digests it may be
     * @param certificates the partner's
     */
    ReceiptCheck(Spools spools, Clock clock, As2Policy policy, As2Certificates certificates) {
        this.spools = spools;
        this.clock = clock;
        this.policy = policy;
        this.certificates = certificates;
    }

    /** The message that a receipt is about. */
    interface Sent {

        String messageId();

        /** Ours, by the algorithm of theirs; empty if we do not have it by that. */
        Optional<Mic> mic(Mic theirs) throws MessageRefused;
    }

    As2Outcome judge(int status, MimeEntity receipt, Sent sent) {
        if (receipt.body().size() == 0) {
            return new As2Outcome(State.RECEIPT_MISSING, status, "there is no receipt");
        }
        String type = receipt.headers().contentType().value();
        boolean signed = type.equals("multipart/signed");
        if (!signed && !type.equals(REPORT)) {
            return new As2Outcome(
                    State.RECEIPT_MISSING, status, "no disposition notification, but " + type);
        }
        try {
            MimeHeaders fields = notification(signed ? verified(receipt) : receipt);
            if (policy.signedReceipt() && !signed) {
                return new As2Outcome(
                        State.RECEIPT_UNSIGNED,
                        status,
                        "the receipt is not signed; it says: " + disposition(fields));
            }
            return judge(status, fields, sent);
        } catch (MessageRefused e) {
            return new As2Outcome(
                    State.RECEIPT_UNPROVEN,
                    status,
                    "the receipt proves nothing: " + e.getMessage());
        }
    }

    private As2Outcome judge(int status, MimeHeaders fields, Sent sent) throws MessageRefused {
        String about = about(fields);
        if (!about.equals(sent.messageId())) {
            return new As2Outcome(
                    State.RECEIPT_OF_ANOTHER,
                    status,
                    "the receipt is about another message: " + about);
        }
        String disposition = disposition(fields);
        if (!positive(disposition)) {
            return new As2Outcome(State.RECEIPT_NEGATIVE, status, disposition);
        }
        Optional<Mic> theirs = fields.first("Received-Content-MIC").map(Mic::parse);
        Optional<Mic> ours = theirs.isPresent() ? sent.mic(theirs.get()) : Optional.empty();
        // Optional in a receipt that need not be signed (RFC 4130 §7.4.3): some leave it out there,
        // others choose an algorithm by which we have none.
        boolean same = ours.map(mic -> theirs.get().matches(mic)).orElse(!policy.signedReceipt());
        if (!same) {
            return new As2Outcome(
                    State.MIC_MISMATCH,
                    status,
                    "MIC mismatch: the partner has other bytes: " + theirs.orElse(null));
        }
        return new As2Outcome(State.RECEIPT_VERIFIED, status, disposition);
    }

    private MimeEntity verified(MimeEntity receipt) throws MessageRefused {
        Set<String> digests = new HashSet<>(policy.digests());
        digests.add(policy.signWith());
        SignatureCheck.Signed signed =
                new SignatureCheck(spools, clock).verify(receipt, certificates, digests);
        signed.canonical().forEach(Spool::close);
        return signed.entity();
    }

    static String about(MimeHeaders notification) {
        return notification.first("Original-Message-ID").orElse("");
    }

    static MimeHeaders notification(MimeEntity report) throws MessageRefused {
        if (report.headers().contentType().value().equals(REPORT)) {
            for (Slice part : Multipart.split(report)) {
                MimeEntity entity = MimeEntity.read(part);
                String type = entity.headers().contentType().value();
                if (type.equals("message/disposition-notification")) {
                    return MimeHeaders.parse(entity.decodedBytes(MAX_NOTIFICATION));
                }
            }
        }
        throw new MessageRefused(Refusal.UNEXPECTED, "no disposition notification in the answer");
    }

    private static String disposition(MimeHeaders fields) {
        return fields.first("Disposition").orElse("");
    }

    /** Plain {@code processed}, or with a warning (RFC 4130 §7.5.6), which is still a yes. */
    private static boolean positive(String disposition) {
        String type = disposition.substring(disposition.indexOf(';') + 1).strip();
        String lower = type.toLowerCase(Locale.ROOT);
        return lower.equals("processed") || lower.startsWith("processed/warning");
    }
}
