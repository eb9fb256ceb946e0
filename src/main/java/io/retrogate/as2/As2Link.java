package io.retrogate.as2;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * The way from us to one partner.
 *
 * @param ownName goes into AS2-From, unquoted
 * @param partnerName goes into AS2-To, unquoted
 * @param certificates the partner's: which one we encrypt for, and which may sign the receipt
 */
public record As2Link(
        As2Identity own,
        String ownName,
        String partnerName,
        URI url,
        As2Policy policy,
        As2Certificates certificates) {

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
