package io.retrogate.partner;

import io.retrogate.as2.As2Policy;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * How we speak AS2 with one partner.
 *
 * @param url where the partner receives; empty if we never send to it
 * @param certificates the partner's whose signatures count, the one that we encrypt to first
 */
public record As2Agreement(
        String partnerName,
        String ownName,
        Optional<URI> url,
        As2Policy policy,
        List<X509Certificate> certificates) {

    public As2Agreement {
        certificates = List.copyOf(certificates);
    }
}
