package io.retrogate.as2;

import io.retrogate.edi.Content;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * A message signed and encrypted beforehand, which can go out under any number of Message-IDs,
 * because those are no part of what is signed; knows whether a receipt is good.
 */
public final class PreparedMessage {

    private static final Spools SPOOLS = new Spools(Path.of("target", "prepared"));
    private static final Clock CLOCK = Clock.systemUTC();

    private final As2Link link;
    private final String contentType;
    private final byte[] body;
    private final byte[] covered;
    private final String mic;

    private PreparedMessage(As2Link link, OutgoingMessage message) throws IOException {
        this.link = link;
        this.contentType = message.contentType();
        this.body = message.body().open().readAllBytes();
        this.covered = message.covered().open().readAllBytes();
        this.mic = Mic.of(message.covered(), DigestAlgorithm.SHA_256, "sha-256").value();
    }

    public static PreparedMessage of(As2Link link, String name, byte[] document)
            throws IOException {
        var message = new As2Message("", name, name, "application/edi-x12", new InMemory(document));
        try (var outgoing = new MessageWriter(SPOOLS, CLOCK, link).write(message)) {
            return new PreparedMessage(link, outgoing);
        }
    }

    public String contentType() {
        return contentType;
    }

    public byte[] body() {
        return body;
    }

    /** What the receipt has to say about the content, in base64. */
    public String mic() {
        return mic;
    }

    /** As strict as when a gateway sends: signer, signature, subject, verdict and MIC. */
    public As2Outcome judge(
            int status, Map<String, List<String>> headers, byte[] receipt, String messageId) {
        var fields =
                headers.entrySet().stream()
                        .filter(header -> header.getKey() != null)
                        .flatMap(
                                header ->
                                        header.getValue().stream()
                                                .map(v -> field(header.getKey(), v)))
                        .toList();
        var content = Slice.of(new InMemory(receipt));
        return new ReceiptCheck(SPOOLS, CLOCK, link.policy(), link.certificates())
                .judge(
                        status,
                        new MimeEntity(new MimeHeaders(fields), content, content),
                        new SentBytes(messageId, Slice.of(new InMemory(covered))));
    }

    private static MimeHeaders.Field field(String name, String value) {
        return new MimeHeaders.Field(name, value);
    }

    private record InMemory(byte[] bytes) implements Content {

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public long size() {
            return bytes.length;
        }
    }
}
