package io.retrogate.partner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the partner's certificates and what each is good for. */
final class PartnerCertificates {

    /** How long we use a certificate: only the active and the retiring ones count. */
    private enum State {
        announced,
        active,
        retiring,
        retired
    }

    private record Entry(Path file, State state, String pointer) {}

    private final CertificateFile files;

    PartnerCertificates(Clock clock) {
        this.files = new CertificateFile(clock);
    }

    /** Those whose signatures count, the one that we encrypt to first. */
    List<X509Certificate> usable(YamlFile yaml, Path folder, Problems problems) {
        var entries = entries(yaml, folder, problems);
        long active = entries.stream().filter(entry -> entry.state() == State.active).count();
        if (entries.isEmpty()) {
            String text = "There is no certificate of the partner.";
            problems.add(PartnerProblem.CERTIFICATE_MISSING, folder.resolve("certs"), 0, text);
        } else if (active != 1) {
            String text = active + " certificates are active.";
            problems.add(
                    PartnerProblem.ACTIVE_CERTIFICATE_UNCLEAR, yaml, "/as2/certificates", text);
        }
        var usable = new ArrayList<X509Certificate>();
        for (Entry entry : entries) {
            switch (entry.state()) {
                case active -> read(entry, yaml, problems).ifPresent(c -> usable.add(0, c));
                case retiring -> read(entry, yaml, problems).ifPresent(usable::add);
                case announced -> present(entry, yaml, problems);
                case retired -> {}
            }
        }
        return usable;
    }

    private Optional<X509Certificate> read(Entry entry, YamlFile yaml, Problems problems) {
        return present(entry, yaml, problems)
                .filter(certificate -> files.validNow(certificate, entry.file(), problems));
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
            var entry = new Entry(file, State.valueOf(yaml.text(at + "/state")), at);
            if (entries.put(file, entry) != null) {
                problems.add(PartnerProblem.VALUE_INVALID, yaml, at, file + " is listed twice.");
            }
        }
        for (Path file : found(folder.resolve("certs"), problems)) {
            if (listed.isMissingNode()) {
                entries.put(file, new Entry(file, State.active, "/as2"));
            } else if (!entries.containsKey(file)) {
                String text = "The certificate is not listed, so it is not used.";
                problems.add(PartnerProblem.CERTIFICATE_UNUSED, file, 0, text);
            }
        }
        return List.copyOf(entries.values());
    }

    private static List<Path> found(Path certs, Problems problems) {
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
