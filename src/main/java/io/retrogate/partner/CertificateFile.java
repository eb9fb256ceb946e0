package io.retrogate.partner;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
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
        return read(
                        file,
                        problems,
                        bytes ->
                                List.of(
                                        CertificateFactory.getInstance("X.509")
                                                .generateCertificate(bytes)))
                .stream()
                .findFirst();
    }

    /** All certificates of the file; none, with a problem, if one of them cannot be used. */
    List<X509Certificate> readAll(Path file, Problems problems) {
        return read(
                file,
                problems,
                bytes -> {
                    var all = CertificateFactory.getInstance("X.509").generateCertificates(bytes);
                    if (all.isEmpty()) {
                        throw new CertificateException("nothing in it");
                    }
                    return all;
                });
    }

    @FunctionalInterface
    private interface Reading {
        Collection<? extends Certificate> of(InputStream bytes) throws CertificateException;
    }

    private static List<X509Certificate> read(Path file, Problems problems, Reading reading) {
        try {
            String pem = Files.readString(file, StandardCharsets.ISO_8859_1);
            if (pem.contains("PRIVATE KEY-----")) {
                String text = "The file holds a private key.";
                problems.add(PartnerProblem.PRIVATE_KEY_FOUND, file, 0, text);
                return List.of();
            }
            var bytes = new ByteArrayInputStream(pem.getBytes(StandardCharsets.ISO_8859_1));
            var found = reading.of(bytes).stream().map(X509Certificate.class::cast).toList();
            return found.stream().allMatch(one -> strongEnough(one, file, problems))
                    ? found
                    : List.of();
        } catch (IOException | CertificateException e) {
            String text = "No certificate can be read from it.";
            problems.add(PartnerProblem.CERTIFICATE_UNREADABLE, file, 0, text);
            return List.of();
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

    boolean validNow(X509Certificate certificate) {
        return !beforeItsTime(certificate)
                && !clock.instant().isAfter(certificate.getNotAfter().toInstant());
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
        if (!validNow(certificate)) {
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
