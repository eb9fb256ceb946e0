package io.retrogate.as2;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * Puts one message together: compress, sign, compress, encrypt, as the policy says (RFC 4130 §4).
 */
final class MessageWriter {

    private static final String CRLF = "\r\n";
    private static final String BINARY = "Content-Transfer-Encoding: binary" + CRLF;

    private final Spools spools;
    private final Clock clock;
    private final As2Link link;
    private final List<Spool> open = new ArrayList<>();

    MessageWriter(Spools spools, Clock clock, As2Link link) {
        this.spools = spools;
        this.clock = clock;
        this.link = link;
    }

    /** A body and the value of its Content-Type. */
    private record Layer(String contentType, String moreHeaders, Slice body) {

        String headers() {
            return "Content-Type: " + contentType + CRLF + moreHeaders + CRLF;
        }
    }

    OutgoingMessage write(As2Message message) throws IOException {
        boolean done = false;
        try {
            OutgoingMessage written = layers(message);
            done = true;
            return written;
        } finally {
            if (!done) {
                closeAll();
            }
        }
    }

    private OutgoingMessage layers(As2Message message) throws IOException {
        As2Policy policy = link.policy();
        Layer layer = document(message);
        boolean plain = policy.encryptWith().isEmpty();
        boolean wrapped = !plain || policy.compress() != As2Policy.Compression.NONE;
        boolean withHeaders = policy.signWith().isEmpty() && wrapped;
        Slice covered = withHeaders ? entity(layer) : layer.body();
        if (policy.compress() == As2Policy.Compression.BEFORE_SIGNING) {
            layer = compressed(layer);
        }
        if (!policy.signWith().isEmpty()) {
            covered = entity(layer);
            layer = signed(covered, policy.signWith());
        }
        if (policy.compress() == As2Policy.Compression.AFTER_SIGNING) {
            layer = compressed(layer);
        }
        if (!plain) {
            layer = encrypted(layer, policy.encryptWith());
        }
        return new OutgoingMessage(layer.contentType(), layer.body(), covered, this::closeAll);
    }

    private static Layer document(As2Message message) {
        String name = message.fileName().replaceAll("[\\p{Cntrl}]", "");
        String quoted = name.replaceAll("([\"\\\\])", "\\\\$1");
        String disposition = "Content-Disposition: attachment; filename=\"" + quoted + "\"" + CRLF;
        return new Layer(message.contentType(), BINARY + disposition, Slice.of(message.content()));
    }

    private Layer compressed(Layer layer) throws IOException {
        Spool out = spool();
        CmsWrapping.compress(entity(layer), out.sink());
        return new Layer(
                "application/pkcs7-mime; smime-type=compressed-data; name=\"smime.p7z\"",
                BINARY,
                Slice.of(out));
    }

    private Layer encrypted(Layer layer, String name) throws IOException {
        ContentCipher cipher =
                ContentCipher.named(name).orElseThrow(() -> CmsWrapping.unknown(name));
        Spool out = spool();
        CmsWrapping.encrypt(entity(layer), cipher, CmsWrapping.recipient(link, clock), out.sink());
        String type = cipher.authenticated() ? "authEnveloped-data" : "enveloped-data";
        return new Layer(
                "application/pkcs7-mime; smime-type=" + type + "; name=\"smime.p7m\"",
                BINARY,
                Slice.of(out));
    }

    private Layer signed(Slice entity, String name) throws IOException {
        DigestAlgorithm digest =
                DigestAlgorithm.named(name).orElseThrow(() -> CmsWrapping.unknown(name));
        byte[] signature = CmsSigning.sign(entity, link.own(), digest, clock.instant());
        String boundary = "signed-" + UUID.randomUUID();
        Spool out = spool();
        text(out, "--" + boundary + CRLF);
        copy(entity, out);
        text(out, CRLF + "--" + boundary + CRLF);
        text(out, "Content-Type: application/pkcs7-signature; name=\"smime.p7s\"" + CRLF);
        text(out, "Content-Transfer-Encoding: base64" + CRLF + CRLF);
        text(out, Base64.getMimeEncoder().encodeToString(signature));
        text(out, CRLF + "--" + boundary + "--" + CRLF);
        String type =
                "multipart/signed; protocol=\"application/pkcs7-signature\"; micalg="
                        + digest.text()
                        + "; boundary=\""
                        + boundary
                        + "\"";
        return new Layer(type, "", Slice.of(out));
    }

    private Slice entity(Layer layer) throws IOException {
        Spool out = spool();
        text(out, layer.headers());
        copy(layer.body(), out);
        return Slice.of(out);
    }

    private Spool spool() {
        Spool spool = spools.create();
        open.add(spool);
        return spool;
    }

    private void closeAll() {
        open.forEach(Spool::close);
    }

    private static void text(Spool out, String text) throws IOException {
        try (OutputStream sink = out.sink()) {
            sink.write(text.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private static void copy(Slice from, Spool to) throws IOException {
        try (InputStream in = from.open()) {
            in.transferTo(to.sink());
        }
    }
}
