package io.retrogate.as2;

import io.retrogate.edi.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Base64;

/**
 * The digest by which both sides know that they mean the same bytes (RFC 4130 §7.3.1).
 *
 * @param value base64
 * @param algorithm in the spelling the sender asked for
 */
public record Mic(String value, String algorithm) {

    /** As in the Received-content-MIC field. */
    @Override
    public String toString() {
        return value + ", " + algorithm;
    }

    /** Spelling of the algorithm does not matter. */
    boolean matches(Mic other) {
        return value.equals(other.value)
                && DigestAlgorithm.named(algorithm).equals(DigestAlgorithm.named(other.algorithm));
    }

    /** What {@link #toString} wrote, or a Received-content-MIC field; SHA-1 if it names none. */
    public static Mic parse(String field) {
        int comma = field.indexOf(',');
        return comma < 0
                ? new Mic(field.strip(), "sha1")
                : new Mic(field.substring(0, comma).strip(), field.substring(comma + 1).strip());
    }

    static Mic of(Content content, DigestAlgorithm algorithm, String spelling) throws IOException {
        MessageDigest digest = algorithm.start();
        try (InputStream in = new DigestInputStream(content.open(), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return new Mic(Base64.getEncoder().encodeToString(digest.digest()), spelling);
    }
}
