package io.retrogate.as2;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.HexFormat;
import java.util.Locale;

/** How people tell certificates apart: by subject and serial number, and surely by fingerprint. */
public final class CertificateNames {

    private static final HexFormat PAIRS = HexFormat.ofDelimiter(":").withUpperCase();

    private CertificateNames() {}

    /** For example {@code CN=ACME, serial 4F2A}. */
    public static String of(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().getName() + ", serial " + serial(certificate);
    }

    /** For example {@code RSA 3072} or {@code EC 256}. */
    public static String key(X509Certificate certificate) {
        var key = certificate.getPublicKey();
        int bits =
                key instanceof RSAPublicKey rsa
                        ? rsa.getModulus().bitLength()
                        : key instanceof ECPublicKey ec ? ec.getParams().getOrder().bitLength() : 0;
        return bits == 0 ? key.getAlgorithm() : key.getAlgorithm() + " " + bits;
    }

    /** In hexadecimal, as OpenSSL shows it. */
    public static String serial(X509Certificate certificate) {
        String digits = certificate.getSerialNumber().toString(16).toUpperCase(Locale.ROOT);
        return digits.length() % 2 == 0 ? digits : "0" + digits;
    }

    /** SHA-256 over the DER form, in pairs with colons, as {@code openssl x509 -fingerprint}. */
    public static String fingerprint(X509Certificate certificate) {
        try {
            byte[] der = certificate.getEncoded();
            return PAIRS.formatHex(MessageDigest.getInstance("SHA-256").digest(der));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
