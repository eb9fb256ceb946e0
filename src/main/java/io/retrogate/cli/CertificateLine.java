package io.retrogate.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retrogate.as2.CertificateNames;
import io.retrogate.as2.CertificateState;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Locale;

/** A certificate and where it is, for people in a few lines or for programs in one. */
record CertificateLine(CertificateState state, Path file, X509Certificate certificate) {

    String text() {
        String where = state.name().toLowerCase(Locale.ROOT) + ": " + file;
        return String.join(
                System.lineSeparator(),
                Text.printable(where),
                Text.printable("  " + CertificateNames.of(certificate)),
                "  SHA-256 " + CertificateNames.fingerprint(certificate),
                "  "
                        + CertificateNames.key(certificate)
                        + ", valid from "
                        + certificate.getNotBefore().toInstant()
                        + " to "
                        + certificate.getNotAfter().toInstant());
    }

    ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("state", state.name().toLowerCase(Locale.ROOT))
                .put("file", file.toString())
                .put("subject", certificate.getSubjectX500Principal().getName())
                .put("serial", CertificateNames.serial(certificate))
                .put("sha256", CertificateNames.fingerprint(certificate))
                .put("key", CertificateNames.key(certificate))
                .put("notBefore", certificate.getNotBefore().toInstant().toString())
                .put("notAfter", certificate.getNotAfter().toInstant().toString());
    }
}
