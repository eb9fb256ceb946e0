package io.retrogate.as2;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/**
 * The certificates of one partner, each with its state; the active ones first, the retired last.
 */
public record As2Certificates(List<Held> all) {

    private static final int KEY_ENCIPHERMENT = 2;
    private static final int KEY_AGREEMENT = 4;

    public As2Certificates {
        all =
                all.stream()
                        .sorted(Comparator.comparingInt(held -> held.state().sends() ? 0 : 1))
                        .sorted(Comparator.comparing(held -> !held.state().receives()))
                        .toList();
    }

    /** One of them. */
    public record Held(X509Certificate certificate, CertificateState state) {

        public boolean validAt(Instant time) {
            Date at = Date.from(time);
            return !at.before(certificate.getNotBefore()) && !at.after(certificate.getNotAfter());
        }
    }

    /** All of them active, for whoever never changes any. */
    public static As2Certificates active(List<X509Certificate> certificates) {
        return new As2Certificates(
                certificates.stream().map(c -> new Held(c, CertificateState.ACTIVE)).toList());
    }

    /** Those whose signatures count while they are valid. */
    public List<X509Certificate> verifying() {
        return all.stream().filter(held -> held.state().receives()).map(Held::certificate).toList();
    }

    /** The active one that is valid now and made for this, if its key usage says anything. */
    public Optional<X509Certificate> encrypting(Instant now) {
        return all.stream()
                .filter(held -> held.state().sends() && held.validAt(now))
                .map(Held::certificate)
                .filter(As2Certificates::madeForEncryption)
                .findFirst();
    }

    private static boolean madeForEncryption(X509Certificate certificate) {
        boolean[] usage = certificate.getKeyUsage();
        boolean agrees = certificate.getPublicKey().getAlgorithm().equals("EC");
        return usage == null || usage[agrees ? KEY_AGREEMENT : KEY_ENCIPHERMENT];
    }
}
