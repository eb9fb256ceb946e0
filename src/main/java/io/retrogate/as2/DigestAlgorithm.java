package io.retrogate.as2;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;

/** Digests of signatures and MICs, by the names of RFC 5751 §3.4.3.2 and the older spellings. */
enum DigestAlgorithm {
    SHA_1("sha-1", OIWObjectIdentifiers.idSHA1),
    SHA_256("sha-256", NISTObjectIdentifiers.id_sha256),
    SHA_384("sha-384", NISTObjectIdentifiers.id_sha384),
    SHA_512("sha-512", NISTObjectIdentifiers.id_sha512);

    private final String text;
    private final ASN1ObjectIdentifier oid;

    DigestAlgorithm(String text, ASN1ObjectIdentifier oid) {
        this.text = text;
        this.oid = oid;
    }

    /** As agreements write it. */
    String text() {
        return text;
    }

    ASN1ObjectIdentifier oid() {
        return oid;
    }

    /** For example {@code SHA256withRSA}. */
    String signatureWith(String keyAlgorithm) {
        String key = keyAlgorithm.equals("EC") ? "ECDSA" : keyAlgorithm;
        return name().replace("_", "") + "with" + key;
    }

    MessageDigest start() {
        try {
            return MessageDigest.getInstance(name().replace('_', '-'));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code sha-256}, {@code sha256} and {@code SHA256} all name the same. */
    static Optional<DigestAlgorithm> named(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replace("-", "");
        return Arrays.stream(values()).filter(d -> d.text.replace("-", "").equals(plain)).findAny();
    }

    static Optional<DigestAlgorithm> ofOid(String oid) {
        return Arrays.stream(values()).filter(d -> d.oid.getId().equals(oid)).findAny();
    }
}
