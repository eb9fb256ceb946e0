package io.retrogate.partner;

import io.retrogate.as2.CertificateNames;
import io.retrogate.as2.CertificateState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;

/** Moves certificates about among the folders of their states; each file is there whole or not. */
final class PartnerCertificateFiles {

    private static final int FINGERPRINT_LETTERS = 8;

    private final Path folder;

    PartnerCertificateFiles(Path folder) {
        this.folder = folder;
    }

    List<Path> in(CertificateState state) {
        Path certs = PartnerCertificates.folder(folder, state);
        return PartnerCertificates.found(certs, new Problems());
    }

    boolean holdsActive(X509Certificate certificate) {
        return in(CertificateState.ACTIVE).stream().anyMatch(file -> holds(file, certificate));
    }

    /**
     * Puts it there, and takes it away from wherever else it was.
     *
     * @param moved gets where other certificates went that were active
     */
    Path put(X509Certificate certificate, CertificateState state, List<Path> moved)
            throws IOException {
        Path there = PartnerCertificates.folder(folder, state);
        Optional<Path> already =
                in(state).stream().filter(file -> holds(file, certificate)).findFirst();
        Path draft = draft(certificate, there);
        if (state.sends()) {
            for (Path file : in(state)) {
                if (!holds(file, certificate)) {
                    moved.add(move(file, CertificateState.RETIRING));
                }
            }
        }
        Path file = already.orElse(there.resolve(name(certificate)));
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        for (CertificateState other : CertificateState.values()) {
            for (Path copy : other == state ? List.<Path>of() : in(other)) {
                if (holds(copy, certificate)) {
                    Files.delete(copy);
                }
            }
        }
        return file;
    }

    private Path move(Path file, CertificateState state) throws IOException {
        Path to = Files.createDirectories(PartnerCertificates.folder(folder, state));
        Path name = file.getFileName();
        Path free = to.resolve(name);
        for (int i = 2; Files.exists(free); i++) {
            free = to.resolve(name.toString().replaceFirst("\\.pem$", "-" + i + ".pem"));
        }
        return Files.move(file, free, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Not yet by a name that a look at the folder takes for a certificate. */
    private static Path draft(X509Certificate certificate, Path there) throws IOException {
        Files.createDirectories(there);
        Path draft = there.resolve("." + name(certificate) + ".draft");
        try {
            byte[] pem = Pem.of(certificate).getBytes(StandardCharsets.US_ASCII);
            PrivateFiles.durable(draft, pem);
            return draft;
        } catch (CertificateEncodingException e) {
            throw new IOException(e);
        }
    }

    private static boolean holds(Path file, X509Certificate certificate) {
        // What cannot be read is another one, and is told of by a look at the folder.
        return CertificateFile.first(file).filter(certificate::equals).isPresent();
    }

    /** The same for the same certificate: its common name and the start of its fingerprint. */
    private static String name(X509Certificate certificate) {
        String print = CertificateNames.fingerprint(certificate).replace(":", "");
        String common = commonName(certificate).toLowerCase(Locale.ROOT);
        String safe = common.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return (safe.isEmpty() ? "" : safe + "-")
                + print.substring(0, FINGERPRINT_LETTERS).toLowerCase(Locale.ROOT)
                + ".pem";
    }

    private static String commonName(X509Certificate certificate) {
        try {
            return new LdapName(certificate.getSubjectX500Principal().getName())
                    .getRdns().stream()
                            .filter(rdn -> rdn.getType().equalsIgnoreCase("CN"))
                            .map(rdn -> String.valueOf(rdn.getValue()))
                            .findFirst()
                            .orElse("");
        } catch (InvalidNameException e) {
            return "";
        }
    }
}
