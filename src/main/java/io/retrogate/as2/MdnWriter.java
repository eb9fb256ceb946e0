package io.retrogate.as2;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Writes receipts (RFC 4130 §7.4, RFC 8098), with CR LF everywhere, so that a signature over them
 * holds raw and canonicalised.
 */
public final class MdnWriter {

    private static final String CRLF = "\r\n";

    private final Clock clock;
    private final Supplier<UUID> ids;

    public MdnWriter(Clock clock, Supplier<UUID> ids) {
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * What the receipt is about.
     *
     * @param ownName the AS2-To of the message
     * @param partnerName its AS2-From
     * @param messageId its Message-ID, exactly
     */
    public record Subject(
            String ownName,
            String partnerName,
            String messageId,
            ReceiptRequest wanted,
            Optional<Refusal> refusal,
            Optional<Mic> mic) {}

    /**
     * Signed if that was asked for and there is somebody to sign.
     *
     * @throws io.retrogate.edi.GatewayException AS2-002 if our key does not sign
     */
    public Mdn write(Subject subject, Optional<As2Identity> own) {
        String id = ids.get().toString();
        String boundary = "report-" + id;
        String type =
                "multipart/report; report-type=disposition-notification; boundary=\""
                        + boundary
                        + "\"";
        String report = report(subject, boundary);
        if (own.isEmpty() || !subject.wanted().signed()) {
            return new Mdn(headers(subject, id, type), report);
        }
        String entity = "Content-Type: " + type + CRLF + CRLF + report;
        DigestAlgorithm digest = digest(subject);
        String outer = "signed-" + id;
        String signedType =
                "multipart/signed; protocol=\"application/pkcs7-signature\"; micalg="
                        + spelling(subject, digest)
                        + "; boundary=\""
                        + outer
                        + "\"";
        return new Mdn(headers(subject, id, signedType), signed(entity, outer, own.get(), digest));
    }

    private String headers(Subject subject, String id, String contentType) {
        String date =
                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        clock.instant().atOffset(ZoneOffset.UTC));
        return String.join(
                CRLF,
                "AS2-Version: " + EdiintFeatures.AS2_VERSION,
                EdiintFeatures.HEADER + ": " + EdiintFeatures.OURS,
                "AS2-From: " + As2Names.quote(subject.ownName()),
                "AS2-To: " + As2Names.quote(subject.partnerName()),
                "Message-ID: <" + id + "@retrogate>",
                "Date: " + date,
                "Subject: Receipt",
                "MIME-Version: 1.0",
                "Content-Type: " + contentType);
    }

    private String report(Subject subject, String boundary) {
        String text =
                subject.refusal().isEmpty()
                        ? "The message was received and kept."
                        : "The message was refused: " + subject.refusal().get().modifier() + ".";
        return String.join(
                CRLF,
                "--" + boundary,
                "Content-Type: text/plain; charset=us-ascii",
                "Content-Transfer-Encoding: 7bit",
                "",
                text,
                "This says nothing about the documents in it.",
                "",
                "--" + boundary,
                "Content-Type: message/disposition-notification",
                "Content-Transfer-Encoding: 7bit",
                "",
                notification(subject),
                "--" + boundary + "--",
                "");
    }

    private static String notification(Subject subject) {
        String name = As2Names.quote(subject.ownName());
        String mic = subject.mic().map(m -> "Received-Content-MIC: " + m + CRLF).orElse("");
        return "Reporting-UA: Retrogate"
                + CRLF
                + "Original-Recipient: rfc822; "
                + name
                + CRLF
                + "Final-Recipient: rfc822; "
                + name
                + CRLF
                + "Original-Message-ID: "
                + subject.messageId()
                + CRLF
                + "Disposition: "
                + Refusal.disposition(subject.refusal())
                + CRLF
                + mic;
    }

    private String signed(String entity, String boundary, As2Identity own, DigestAlgorithm digest) {
        try (Spool spool = Spool.inMemory(entity.getBytes(StandardCharsets.ISO_8859_1))) {
            byte[] signature = CmsSigning.sign(Slice.of(spool), own, digest, clock.instant());
            return String.join(
                    CRLF,
                    "--" + boundary,
                    entity,
                    "--" + boundary,
                    "Content-Type: application/pkcs7-signature; name=smime.p7s;"
                            + " smime-type=signed-data",
                    "Content-Transfer-Encoding: base64",
                    "Content-Disposition: attachment; filename=\"smime.p7s\"",
                    "",
                    Base64.getMimeEncoder().encodeToString(signature),
                    "--" + boundary + "--",
                    "");
        }
    }

    private static DigestAlgorithm digest(Subject subject) {
        return subject.mic()
                .flatMap(m -> DigestAlgorithm.named(m.algorithm()))
                .orElse(DigestAlgorithm.SHA_256);
    }

    private static String spelling(Subject subject, DigestAlgorithm digest) {
        return subject.mic().map(Mic::algorithm).orElse(digest.text());
    }
}
