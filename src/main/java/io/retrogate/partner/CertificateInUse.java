package io.retrogate.partner;

import io.retrogate.as2.CertificateState;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;

/**
 * A certificate that counts today or will.
 *
 * @param holder the partner's name, or the AS2 name of ours
 * @param ours whether we have the key
 */
public record CertificateInUse(
        String holder, boolean ours, CertificateState state, X509Certificate certificate) {

    /** Days until it ends, with their fraction; negative when it has. */
    public double daysLeft(Instant now) {
        Duration left = Duration.between(now, certificate.getNotAfter().toInstant());
        return (double) left.toSeconds() / Duration.ofDays(1).toSeconds();
    }
}
