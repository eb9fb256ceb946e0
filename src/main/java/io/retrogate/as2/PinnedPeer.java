package io.retrogate.as2;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Set;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Believes a server that shows one of these certificates while it is valid, and no other. Being an
 * extended one it is asked about the name too, and does not look at it.
 */
final class PinnedPeer extends X509ExtendedTrustManager {

    private final Set<X509Certificate> pinned;

    PinnedPeer(Set<X509Certificate> pinned) {
        this.pinned = pinned;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String method)
            throws CertificateException {
        if (chain.length == 0 || !pinned.contains(chain[0])) {
            String shown = chain.length == 0 ? "nothing" : CertificateNames.fingerprint(chain[0]);
            throw new CertificateException(
                    "the server shows another certificate than was agreed, SHA-256 " + shown);
        }
        chain[0].checkValidity();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String method, Socket socket)
            throws CertificateException {
        checkServerTrusted(chain, method);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String method, SSLEngine engine)
            throws CertificateException {
        checkServerTrusted(chain, method);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String method)
            throws CertificateException {
        throw new CertificateException("we are no server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String method, Socket socket)
            throws CertificateException {
        checkClientTrusted(chain, method);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String method, SSLEngine engine)
            throws CertificateException {
        checkClientTrusted(chain, method);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
