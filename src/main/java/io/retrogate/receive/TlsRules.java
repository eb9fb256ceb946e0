package io.retrogate.receive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.apache.tomcat.util.net.SSLUtil;
import org.apache.tomcat.util.net.jsse.JSSEImplementation;

/**
 * What holds for TLS on our web server whatever is configured: version 1.2 or 1.3 (RFC 8996), and
 * that clients may show any certificate, unless authorities are configured. Asked again for each
 * new certificate; public because Tomcat makes it by its name.
 */
public final class TlsRules extends JSSEImplementation {

    private static final List<String> VERSIONS = List.of("TLSv1.2", "TLSv1.3");

    @Override
    public SSLUtil getSSLUtil(SSLHostConfigCertificate certificate) {
        SSLHostConfig host = certificate.getSSLHostConfig();
        Set<String> versions = new LinkedHashSet<>(VERSIONS);
        versions.retainAll(host.getProtocols());
        host.setProtocols(String.join("+", versions.isEmpty() ? VERSIONS : versions));
        if (!hasAuthorities(host)) {
            host.setTrustManagerClassName(AnyClient.class.getName());
        }
        return super.getSSLUtil(certificate);
    }

    private static boolean hasAuthorities(SSLHostConfig host) {
        try {
            return host.getTruststore() != null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
