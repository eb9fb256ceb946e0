package io.retrogate.as2;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/**
 * How we know a partner's server by TLS, and it us.
 *
 * @param pinned the certificates of which it has to show one, exactly; then neither the name in it
 *     nor its issuer matters. Empty: the roots of the JVM decide, and the name has to match
 * @param own what we show if we are asked; empty: nothing
 */
public record PeerTls(Set<X509Certificate> pinned, Optional<As2Identity> own) {

    /** Where nothing was agreed. */
    public static final PeerTls USUAL = new PeerTls(Set.of(), Optional.empty());

    public PeerTls {
        pinned = Set.copyOf(pinned);
    }

    SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(
                    own.map(one -> new KeyManager[] {new ShownCertificate(one)}).orElse(null),
                    pinned.isEmpty() ? null : new TrustManager[] {new PinnedPeer(pinned)},
                    null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
