package io.retrogate.as2;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * With what, and how strictly, messages of one partner are taken apart.
 *
 * @param own decrypts
 * @param certificates the only ones whose signatures count; never those inside a message
 */
public record As2Trust(As2Identity own, As2Policy policy, List<X509Certificate> certificates) {

    public As2Trust {
        certificates = List.copyOf(certificates);
    }
}
