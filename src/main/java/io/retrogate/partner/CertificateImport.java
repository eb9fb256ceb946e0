package io.retrogate.partner;

import io.retrogate.as2.CertificateNames;
import io.retrogate.as2.CertificateState;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Brings a partner's certificate into its folder, and into a state. What was active before is then
 * retiring; the same certificate in another state is moved. A gateway that looks in between goes on
 * with what it had.
 */
public final class CertificateImport {

    private final Path folder;
    private final Clock clock;

    public CertificateImport(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** What became of it. */
    public sealed interface Outcome {

        /**
         * It is there.
         *
         * @param moved what was active before, where it is now
         */
        record Put(X509Certificate certificate, CertificateState state, Path file, List<Path> moved)
                implements Outcome {
            public Put {
                moved = List.copyOf(moved);
            }
        }

        /** Nothing was changed. */
        record Refused(FolderProblem problem) implements Outcome {}
    }

    /**
     * Takes the partner's own certificate out of X.509 or PKCS#7, in DER or PEM, with or without
     * its chain.
     *
     * @param wanted if empty, active where none is, else announced
     * @throws IOException if the folder cannot be read or written; running it again mends that
     */
    public Outcome take(Path source, byte[] content, Optional<CertificateState> wanted)
            throws IOException {
        var problems = new Problems();
        var agreement = YamlFile.read(agreementFile(), Placeholders.ofSystem(), problems);
        if (agreement.isEmpty()) {
            String text = "There is no " + FolderReader.AGREEMENT + " that can be read.";
            return refused(PartnerProblem.DESCRIPTION_MISSING, folder, text);
        }
        var certificates = new PartnerCertificateFiles(folder);
        CertificateState state =
                wanted.orElse(
                        certificates.in(CertificateState.ACTIVE).isEmpty()
                                ? CertificateState.ACTIVE
                                : CertificateState.ANNOUNCED);
        List<X509Certificate> found = certificates(content);
        Optional<FolderProblem> wrong = wrong(source, content, found, state);
        if (wrong.isPresent()) {
            return new Outcome.Refused(wrong.get());
        }
        X509Certificate certificate = found.get(0);
        boolean listed = !agreement.get().json().at("/as2/certificates").isMissingNode();
        if (listed && (state.sends() || certificates.holdsActive(certificate))) {
            String text = "The agreement lists the certificates, so it has to name this one, too.";
            return refused(PartnerProblem.ACTIVE_CERTIFICATE_UNCLEAR, agreementFile(), text);
        }
        var moved = new ArrayList<Path>();
        Path file = certificates.put(certificate, state, moved);
        return new Outcome.Put(certificate, state, file, moved);
    }

    private Optional<FolderProblem> wrong(
            Path source, byte[] content, List<X509Certificate> found, CertificateState state) {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        if (text.contains("PRIVATE KEY-----")) {
            return problem(
                    PartnerProblem.PRIVATE_KEY_FOUND, source, "The file holds a private key.");
        }
        if (found.size() != 1) {
            String what =
                    found.isEmpty()
                            ? "No certificate can be read from it."
                            : "It holds " + found.size() + " certificates that issued no other.";
            return problem(PartnerProblem.CERTIFICATE_UNREADABLE, source, what);
        }
        X509Certificate certificate = found.get(0);
        if (!CertificateFile.strongEnough(certificate)) {
            String what =
                    "Its key ("
                            + CertificateNames.key(certificate)
                            + ") is too short, or of a kind that we do not use.";
            return problem(PartnerProblem.CERTIFICATE_TOO_WEAK, source, what);
        }
        Instant from = certificate.getNotBefore().toInstant();
        Instant until = certificate.getNotAfter().toInstant();
        boolean early = clock.instant().isBefore(from) && state != CertificateState.ANNOUNCED;
        if (state.receives() && (early || clock.instant().isAfter(until))) {
            String what = "The certificate is valid from " + from + " to " + until + " only.";
            return problem(PartnerProblem.CERTIFICATE_NOT_VALID, source, what);
        }
        return Optional.empty();
    }

    /** Those that issued none of the others: of a chain, the one it is about. */
    private static List<X509Certificate> certificates(byte[] content) {
        try {
            Collection<X509Certificate> all =
                    CertificateFactory.getInstance("X.509")
                            .generateCertificates(new ByteArrayInputStream(content))
                            .stream()
                            .map(X509Certificate.class::cast)
                            .toList();
            return all.stream()
                    .distinct()
                    .filter(one -> all.stream().noneMatch(other -> issued(one, other)))
                    .toList();
        } catch (CertificateException e) {
            return List.of();
        }
    }

    private static boolean issued(X509Certificate issuer, X509Certificate other) {
        return !issuer.equals(other)
                && other.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())
                && !other.getSubjectX500Principal().equals(issuer.getSubjectX500Principal());
    }

    private Path agreementFile() {
        return folder.resolve(FolderReader.AGREEMENT);
    }

    private static Outcome refused(PartnerProblem code, Path file, String text) {
        return new Outcome.Refused(new FolderProblem(code, file, 0, text));
    }

    private static Optional<FolderProblem> problem(PartnerProblem code, Path file, String text) {
        return Optional.of(new FolderProblem(code, file, 0, text));
    }
}
