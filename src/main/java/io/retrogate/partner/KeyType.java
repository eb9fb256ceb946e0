package io.retrogate.partner;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.x509.KeyUsage;

/** The kinds of key that we make for ourselves. */
public enum KeyType {
    /** What every partner's software can encrypt for. */
    RSA_3072("rsa-3072", 3072),
    RSA_2048("rsa-2048", 2048),
    /** Signs by ECDSA, and decrypts by ECDH for partners whose software can do that. */
    P_256("p-256", 0);

    private final String text;
    private final int rsaBits;

    KeyType(String text, int rsaBits) {
        this.text = text;
        this.rsaBits = rsaBits;
    }

    /** As people write it. */
    public String text() {
        return text;
    }

    public static Optional<KeyType> named(String text) {
        return Arrays.stream(values()).filter(type -> type.text.equals(text)).findAny();
    }

    KeyPair make(SecureRandom random) throws GeneralSecurityException {
        if (rsaBits > 0) {
            return rsa(rsaBits, random);
        }
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), random);
        return generator.generateKeyPair();
    }

    static KeyPair rsa(int bits, SecureRandom random) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits, random);
        return generator.generateKeyPair();
    }

    /** What a certificate says the key is for (RFC 5280 §4.2.1.3, RFC 5480 §3). */
    static int usage(KeyPair pair) {
        return pair.getPublic().getAlgorithm().equals("EC")
                ? KeyUsage.digitalSignature | KeyUsage.keyAgreement
                : KeyUsage.digitalSignature | KeyUsage.keyEncipherment;
    }
}
