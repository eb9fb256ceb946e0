package io.retrogate.receive;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.X509TrustManager;

/**
 * Lets every certificate of a client through the handshake, in which it proves that it has the key.
 * Whether it is one that was agreed is asked for each message, when the partner is known: see
 * {@link As2Door}. Public because Tomcat makes it by its name.
 */
public final class AnyClient implements X509TrustManager {

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String method) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String method)
            throws CertificateException {
        throw new CertificateException("we are no client");
    }

    /** None: a client that is told no issuers shows what it has. */
    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
