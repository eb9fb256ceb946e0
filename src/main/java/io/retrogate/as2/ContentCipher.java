package io.retrogate.as2;

import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;

/** Ciphers of the content, by the names that agreements use (RFC 3565, RFC 5084, RFC 8551 §2.7). */
enum ContentCipher {
    TRIPLE_DES("3des", PKCSObjectIdentifiers.des_EDE3_CBC),
    AES128_CBC("aes128-cbc", NISTObjectIdentifiers.id_aes128_CBC),
    AES192_CBC("aes192-cbc", NISTObjectIdentifiers.id_aes192_CBC),
    AES256_CBC("aes256-cbc", NISTObjectIdentifiers.id_aes256_CBC),
    AES128_GCM("aes128-gcm", NISTObjectIdentifiers.id_aes128_GCM),
    AES192_GCM("aes192-gcm", NISTObjectIdentifiers.id_aes192_GCM),
    AES256_GCM("aes256-gcm", NISTObjectIdentifiers.id_aes256_GCM);

    private final String text;
    private final ASN1ObjectIdentifier oid;

    ContentCipher(String text, ASN1ObjectIdentifier oid) {
        this.text = text;
        this.oid = oid;
    }

    String text() {
        return text;
    }

    ASN1ObjectIdentifier oid() {
        return oid;
    }

    /** Whether it needs AuthEnvelopedData (RFC 5083). */
    boolean authenticated() {
        return text.endsWith("gcm");
    }

    static Optional<ContentCipher> named(String name) {
        return Arrays.stream(values()).filter(c -> c.text.equals(name)).findAny();
    }

    static Optional<ContentCipher> ofOid(String oid) {
        return Arrays.stream(values()).filter(c -> c.oid.getId().equals(oid)).findAny();
    }
}
