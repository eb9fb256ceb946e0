package io.retrogate.as2;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * The way from us to one partner.
 *
 * @param ownName goes into AS2-From, unquoted
 * @param partnerName goes into AS2-To, unquoted
 * @param receiptUrl where we want the receipt, on a connection of its own (RFC 4130 §7.1); empty:
 *     in the answer
 * @param authorization value of the header of that name; empty: none
 * @param tls how we know its server, where the url is https
 * @param certificates the partner's: which one we encrypt for, and which may sign the receipt
 */
public record As2Link(
        As2Identity own,
        String ownName,
        String partnerName,
        URI url,
        Optional<URI> receiptUrl,
        Optional<String> authorization,
        PeerTls tls,
        As2Policy policy,
        As2Certificates certificates) {

    /** With the receipt in the answer, without a login, and with the usual TLS. */
    public As2Link(
            As2Identity own,
            String ownName,
            String partnerName,
            URI url,
            As2Policy policy,
            As2Certificates certificates) {
        this(
                own,
                ownName,
                partnerName,
                url,
                Optional.empty(),
                Optional.empty(),
                PeerTls.USUAL,
                policy,
                certificates);
    }

    /** With certificates that are all active, too. */
    public As2Link(
            As2Identity own,
            String ownName,
            String partnerName,
            URI url,
            As2Policy policy,
            List<X509Certificate> certificates) {
        this(own, ownName, partnerName, url, policy, As2Certificates.active(certificates));
    }
}
