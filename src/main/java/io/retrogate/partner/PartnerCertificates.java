package io.retrogate.partner;

import io.retrogate.as2.As2Certificates;
import io.retrogate.as2.As2Certificates.Held;
import io.retrogate.as2.CertificateState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the partner's certificates and the state of each: that of the folder it lies in, or what
 * {@code as2.certificates} says of it.
 */
final class PartnerCertificates {

    /** Below the partner's folder; what lies directly in it is active. */
    static final String FOLDER = "certs";

    private record Entry(Path file, CertificateState state, String pointer) {}

    private record Read(Entry entry, X509Certificate certificate) {

        Held held() {
            return new Held(certificate, entry.state());
        }
    }

    private final CertificateFile files;
    private final Clock clock;

    PartnerCertificates(Clock clock) {
        this.files = new CertificateFile(clock);
        this.clock = clock;
    }

    CertificateFile files() {
        return files;
    }

    /** Where the certificates of this state are. */
    static Path folder(Path partner, CertificateState state) {
        Path certs = partner.resolve(FOLDER);
        return state == CertificateState.ACTIVE
                ? certs
                : certs.resolve(state.name().toLowerCase(Locale.ROOT));
    }

    As2Certificates read(YamlFile yaml, Path folder, Problems problems) {
        var entries = entries(yaml, folder, problems);
        long active = entries.stream().filter(entry -> entry.state().sends()).count();
        if (entries.stream().noneMatch(entry -> entry.state().receives())) {
            String text = "There is no certificate of the partner.";
            problems.add(PartnerProblem.CERTIFICATE_MISSING, folder.resolve(FOLDER), 0, text);
        } else if (active != 1) {
            String text = active + " certificates are active.";
            problems.add(
                    PartnerProblem.ACTIVE_CERTIFICATE_UNCLEAR, yaml, "/as2/certificates", text);
        }
        var read = new ArrayList<Read>();
        for (Entry entry : entries) {
            // What is retired only serves to say so; nobody should have to mend it.
            var about = entry.state().receives() ? problems : new Problems();
            present(entry, yaml, about).ifPresent(c -> read.add(new Read(entry, c)));
        }
        judgeValidity(read, problems);
        return new As2Certificates(read.stream().map(Read::held).toList());
    }

    /**
     * A partner with one certificate that counts today must not be kept out for another one that
     * does not.
     */
    private void judgeValidity(List<Read> read, Problems problems) {
        boolean verifies =
                read.stream()
                        .map(Read::held)
                        .anyMatch(held -> held.state().receives() && held.validAt(clock.instant()));
        for (Read one : read) {
            Path file = one.entry().file();
            switch (one.entry().state()) {
                case ACTIVE ->
                        files.judgeValidity(
                                one.certificate(),
                                file,
                                verifies
                                        ? PartnerProblem.CERTIFICATE_OUT_OF_USE
                                        : PartnerProblem.CERTIFICATE_NOT_VALID,
                                problems);
                case ANNOUNCED, RETIRING -> {
                    if (!files.beforeItsTime(one.certificate())) {
                        files.judgeValidity(
                                one.certificate(),
                                file,
                                PartnerProblem.CERTIFICATE_OUT_OF_USE,
                                problems);
                    }
                }
                case RETIRED -> {}
            }
        }
    }

    private Optional<X509Certificate> present(Entry entry, YamlFile yaml, Problems problems) {
        if (!Files.exists(entry.file())) {
            String text = "There is no file " + entry.file().getFileName() + " under certs.";
            problems.add(PartnerProblem.CERTIFICATE_MISSING, yaml, entry.pointer(), text);
            return Optional.empty();
        }
        return files.read(entry.file(), problems);
    }

    private static List<Entry> entries(YamlFile yaml, Path folder, Problems problems) {
        Map<Path, Entry> entries = new LinkedHashMap<>();
        var listed = yaml.json().at("/as2/certificates");
        for (int i = 0; i < listed.size(); i++) {
            String at = "/as2/certificates/" + i;
            Path file = folder.resolve(yaml.text(at + "/file"));
            String state = yaml.text(at + "/state").toUpperCase(Locale.ROOT);
            var entry = new Entry(file, CertificateState.valueOf(state), at);
            if (entries.put(file, entry) != null) {
                problems.add(PartnerProblem.VALUE_INVALID, yaml, at, file + " is listed twice.");
            }
        }
        for (CertificateState state : CertificateState.values()) {
            for (Path file : found(folder(folder, state), problems)) {
                if (listed.isMissingNode() || !state.sends()) {
                    entries.put(file, new Entry(file, state, "/as2"));
                } else if (!entries.containsKey(file)) {
                    String text = "The certificate is not listed, so it is not used.";
                    problems.add(PartnerProblem.CERTIFICATE_UNUSED, file, 0, text);
                }
            }
        }
        return List.copyOf(entries.values());
    }

    /** The certificates directly in this folder. */
    static List<Path> found(Path certs, Problems problems) {
        if (!Files.isDirectory(certs)) {
            return List.of();
        }
        try (var files = Files.list(certs)) {
            return files.filter(file -> file.toString().endsWith(".pem")).sorted().toList();
        } catch (IOException e) {
            String text = "The folder cannot be read (" + e.getClass().getSimpleName() + ").";
            problems.add(PartnerProblem.FOLDER_UNREADABLE, certs, 0, text);
            return List.of();
        }
    }
}
