package io.retrogate.partner;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Certificates for TLS of an AS2 agreement, beside signatures.
 *
 * @param client of which each connection of the partner has to show one; empty: none is asked for
 * @param server of which the partner's servers have to show one; empty: the JVM's roots decide
 * @param ours the name of the key pair of ours that we show to them; empty: none
 */
public record TlsAgreement(
        Set<X509Certificate> client, Set<X509Certificate> server, Optional<String> ours) {

    public static final TlsAgreement NONE = new TlsAgreement(Set.of(), Set.of(), Optional.empty());

    public TlsAgreement {
        client = Set.copyOf(client);
        server = Set.copyOf(server);
    }

    /** Whether a connection that showed this is the partner's. */
    public boolean admits(Optional<X509Certificate> shown, Instant now) {
        return client.isEmpty()
                || shown.filter(client::contains).filter(one -> validAt(one, now)).isPresent();
    }

    /** Every certificate of the partner's, which has to be changed before it ends. */
    List<X509Certificate> theirs() {
        return Stream.concat(client.stream(), server.stream()).toList();
    }

    private static boolean validAt(X509Certificate certificate, Instant now) {
        return !now.isBefore(certificate.getNotBefore().toInstant())
                && !now.isAfter(certificate.getNotAfter().toInstant());
    }
}
