package io.retrogate.as2;

import java.util.Set;

/**
 * What an agreement demands and allows on the wire, and how we send.
 *
 * @param signatureRequired refuse unsigned messages (insufficient-message-security)
 * @param encryptionRequired refuse messages in the clear (insufficient-message-security)
 * @param digests allowed digest algorithms of received signatures: {@code sha-1 sha-256 sha-384
 *     sha-512}
 * @param ciphers allowed content ciphers of received messages: {@code 3des aes128-cbc aes192-cbc
 *     aes256-cbc aes128-gcm aes192-gcm aes256-gcm}
 * @param signWith digest we sign with; empty: we send unsigned
 * @param encryptWith cipher we encrypt with; empty: we send in the clear
 * @param compress none, before-signing or after-signing, when we send
 * @param signedReceipt whether we ask for a signed MDN when we send
 * @param maxBytes largest body in bytes, also after decompression
 * @param maxInflateRatio largest ratio of decompressed to compressed size
 */
public record As2Policy(
        boolean signatureRequired,
        boolean encryptionRequired,
        Set<String> digests,
        Set<String> ciphers,
        String signWith,
        String encryptWith,
        Compression compress,
        boolean signedReceipt,
        long maxBytes,
        int maxInflateRatio) {

    public As2Policy {
        digests = Set.copyOf(digests);
        ciphers = Set.copyOf(ciphers);
    }

    public enum Compression {
        NONE,
        BEFORE_SIGNING,
        AFTER_SIGNING
    }

    /** Sign and encrypt, SHA-2 and AES only, 200 MiB. */
    public static As2Policy strict() {
        return new As2Policy(
                true,
                true,
                Set.of("sha-256", "sha-384", "sha-512"),
                Set.of(
                        "aes128-cbc",
                        "aes192-cbc",
                        "aes256-cbc",
                        "aes128-gcm",
                        "aes192-gcm",
                        "aes256-gcm"),
                "sha-256",
                "aes256-cbc",
                Compression.NONE,
                true,
                200L << 20,
                100);
    }
}
