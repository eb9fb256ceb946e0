package io.retrogate.as2;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * With what, and how strictly, messages of one partner are taken apart.
 *
 * @param own decrypts
 * @param certificates the only ones whose signatures count; never those inside a message
 */
public record As2Trust(As2Identity own, As2Policy policy, As2Certificates certificates) {

    public As2Trust(As2Identity own, As2Policy policy, List<X509Certificate> certificates) {
        this(own, policy, As2Certificates.active(certificates));
    }
}
