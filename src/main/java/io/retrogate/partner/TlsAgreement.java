package io.retrogate.partner;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Certificates for TLS of an AS2 agreement, beside signatures.
 *
 * @param client of which each connection of the partner has to show one; empty: none is asked for
 */
public record TlsAgreement(Set<X509Certificate> client) {

    public static final TlsAgreement NONE = new TlsAgreement(Set.of());

    public TlsAgreement {
        client = Set.copyOf(client);
    }

    /** Whether a connection that showed this is the partner's. */
    public boolean admits(Optional<X509Certificate> shown, Instant now) {
        return client.isEmpty()
                || shown.filter(client::contains).filter(one -> validAt(one, now)).isPresent();
    }

    /** Every certificate of the partner's, which has to be changed before it ends. */
    Set<X509Certificate> theirs() {
        return client;
    }

    private static boolean validAt(X509Certificate certificate, Instant now) {
        return !now.isBefore(certificate.getNotBefore().toInstant())
                && !now.isAfter(certificate.getNotAfter().toInstant());
    }
}
