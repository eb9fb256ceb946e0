package io.retrogate.partner;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Reads a partner's certificate and says whether it is good enough. */
final class CertificateFile {

    private static final int MIN_RSA_BITS = 2048;
    private static final int MIN_EC_BITS = 256;

    private final Clock clock;

    CertificateFile(Clock clock) {
        this.clock = clock;
    }

    /** The first certificate of the file; empty, with a problem, if it cannot be used. */
    Optional<X509Certificate> read(Path file, Problems problems) {
        try {
            String pem = Files.readString(file, StandardCharsets.ISO_8859_1);
            if (pem.contains("PRIVATE KEY-----")) {
                String text = "The file holds a private key.";
                problems.add(PartnerProblem.PRIVATE_KEY_FOUND, file, 0, text);
                return Optional.empty();
            }
            var bytes = new ByteArrayInputStream(pem.getBytes(StandardCharsets.ISO_8859_1));
            var certificate =
                    (X509Certificate)
                            CertificateFactory.getInstance("X.509").generateCertificate(bytes);
            return Optional.of(certificate).filter(c -> strongEnough(c, file, problems));
        } catch (IOException | CertificateException e) {
            String text = "No certificate can be read from it.";
            problems.add(PartnerProblem.CERTIFICATE_UNREADABLE, file, 0, text);
            return Optional.empty();
        }
    }

    /** The same without saying why not. */
    static Optional<X509Certificate> first(Path file) {
        try (var in = Files.newInputStream(file)) {
            return Optional.of(
                    (X509Certificate)
                            CertificateFactory.getInstance("X.509").generateCertificate(in));
        } catch (IOException | CertificateException e) {
            return Optional.empty();
        }
    }

    boolean beforeItsTime(X509Certificate certificate) {
        return clock.instant().isBefore(certificate.getNotBefore().toInstant());
    }

    /**
     * Warns of one that will soon expire.
     *
     * @param outside what it is if it is not valid now
     */
    void judgeValidity(
            X509Certificate certificate, Path file, PartnerProblem outside, Problems problems) {
        Instant until = certificate.getNotAfter().toInstant();
        if (beforeItsTime(certificate) || clock.instant().isAfter(until)) {
            Instant from = certificate.getNotBefore().toInstant();
            String text = "The certificate is valid from " + from + " to " + until + " only.";
            problems.add(outside, file, 0, text);
        } else {
            warnIfEndsSoon(certificate, file, problems);
        }
    }

    private void warnIfEndsSoon(X509Certificate certificate, Path file, Problems problems) {
        Instant until = certificate.getNotAfter().toInstant();
        Expiry.step(until, clock.instant())
                .ifPresent(
                        days -> {
                            String time = days == 1 ? "a day" : days + " days";
                            String text =
                                    "The certificate expires on "
                                            + until
                                            + ", within "
                                            + time
                                            + ".";
                            problems.add(PartnerProblem.CERTIFICATE_EXPIRES_SOON, file, 0, text);
                        });
    }

    private static boolean strongEnough(X509Certificate certificate, Path file, Problems problems) {
        if (strongEnough(certificate)) {
            return true;
        }
        String text = "Its key is too short, or of a kind that we do not use.";
        problems.add(PartnerProblem.CERTIFICATE_TOO_WEAK, file, 0, text);
        return false;
    }

    static boolean strongEnough(X509Certificate certificate) {
        PublicKey key = certificate.getPublicKey();
        return key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() >= MIN_RSA_BITS
                || key instanceof ECPublicKey ec
                        && ec.getParams().getOrder().bitLength() >= MIN_EC_BITS;
    }
}
