package io.retrogate.partner;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the {@code as2.tls} of an agreement that already fits its schema. */
final class TlsSection {

    private final YamlFile yaml;
    private final Path folder;
    private final CertificateFile files;
    private final Problems problems;

    TlsSection(YamlFile yaml, Path folder, CertificateFile files, Problems problems) {
        this.yaml = yaml;
        this.folder = folder;
        this.files = files;
        this.problems = problems;
    }

    TlsAgreement read() {
        String ours = yaml.text("/as2/tls/ours");
        for (String key : List.of("server", "ours")) {
            if (yaml.json().at("/as2/tls").has(key) && yaml.text("/as2/url").startsWith("http:")) {
                String text = "It has no meaning while as2.url is no https address.";
                problems.add(PartnerProblem.VALUE_INVALID, yaml, "/as2/tls/" + key, text);
            }
        }
        return new TlsAgreement(
                certificates("client"),
                certificates("server"),
                ours.isEmpty() ? Optional.empty() : Optional.of(ours));
    }

    /** All that stand in the named file; several while the partner changes them. */
    private Set<X509Certificate> certificates(String whose) {
        String pointer = "/as2/tls/" + whose;
        String name = yaml.text(pointer);
        if (name.isEmpty()) {
            return Set.of();
        }
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            String text = "There is no file " + name + ".";
            problems.add(PartnerProblem.CERTIFICATE_UNREADABLE, yaml, pointer, text);
            return Set.of();
        }
        List<X509Certificate> found = files.readAll(file, problems);
        boolean usable = found.stream().anyMatch(files::validNow);
        for (X509Certificate one : found) {
            // Beside one that counts today, another may wait for its time.
            if (!usable || !files.beforeItsTime(one)) {
                files.judgeValidity(
                        one,
                        file,
                        usable
                                ? PartnerProblem.CERTIFICATE_OUT_OF_USE
                                : PartnerProblem.CERTIFICATE_NOT_VALID,
                        problems);
            }
        }
        return Set.copyOf(found);
    }
}
