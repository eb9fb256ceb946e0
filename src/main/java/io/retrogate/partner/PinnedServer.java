package io.retrogate.partner;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.X509TrustManager;

/**
 * Trusts an FTPS server that shows one of the certificates that the partner gave us, and no other:
 * what known hosts are to SFTP. Several may stand in the file while the partner changes its own.
 */
public record PinnedServer(Set<X509Certificate> known) implements X509TrustManager {

    /** Said when it shows another one. */
    public static final String OTHER = "the server shows another certificate";

    /**
     * @param file certificates in PEM form
     * @throws GeneralSecurityException if there is none in it
     */
    public static PinnedServer of(Path file) throws IOException, GeneralSecurityException {
        try (InputStream pem = Files.newInputStream(file)) {
            var found =
                    CertificateFactory.getInstance("X.509").generateCertificates(pem).stream()
                            .map(X509Certificate.class::cast)
                            .collect(Collectors.toUnmodifiableSet());
            if (found.isEmpty()) {
                throw new CertificateException("nothing in " + file);
            }
            return new PinnedServer(found);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String method)
            throws CertificateException {
        if (chain.length == 0 || !known.contains(chain[0])) {
            throw new CertificateException(OTHER);
        }
        chain[0].checkValidity();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String method)
            throws CertificateException {
        throw new CertificateException("we are no server");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
