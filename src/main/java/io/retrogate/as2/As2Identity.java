package io.retrogate.as2;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** What we are on the wire: the key we sign and decrypt with, and its certificate. */
public record As2Identity(PrivateKey key, X509Certificate certificate) {

    /** Never shows the key. */
    @Override
    public String toString() {
        return "As2Identity[" + certificate.getSubjectX500Principal() + "]";
    }
}
