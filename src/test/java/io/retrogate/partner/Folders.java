package io.retrogate.partner;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.retrogate.as2.As2Party;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A routes directory to play with, the folders in it by default all good. */
final class Folders {

    static final Clock CLOCK = Clock.fixed(As2Party.NOW, ZoneOffset.UTC);

    final Path routes;
    final Path keys;
    final Map<String, String> environment = new HashMap<>();
    private int written;

    Folders(Path directory) {
        this.routes = directory.resolve("routes");
        this.keys = directory.resolve("data/keys");
    }

    PartnerFolders partners(FolderPart... parts) {
        return partners(CLOCK, parts);
    }

    PartnerFolders partners(Clock clock, FolderPart... parts) {
        try {
            if (Files.notExists(keys)) {
                MadeKeys.house(keys);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var own = new OwnKeys(keys, environment::get, clock, 1024);
        var folders = PartnerFolders.of(routes, own, placeholders(), clock, () -> List.of(parts));
        folders.refresh();
        return folders;
    }

    FolderCheck check(String folder, FolderPart... parts) {
        return PartnerFolders.check(
                routes.resolve(folder), placeholders(), CLOCK, Arrays.asList(parts));
    }

    private Placeholders placeholders() {
        return new Placeholders(environment::get, environment::get);
    }

    /** A partner without AS2 whose documents go to {@code erp}. */
    Folders partner(String name, String id) {
        return write(
                name + "/agreement.yaml",
                """
                partner: %s
                identifiers:
                  - { qualifier: ZZ, id: %s }
                ownIdentifiers:
                  - { qualifier: ZZ, id: RETROGATE }
                acknowledgeBy: sftp
                documents:
                  - message: X12 180 004010
                    direction: inbound
                    acknowledge: 997
                    to: [erp]
                """
                        .formatted(name, id));
    }

    /** A partner with AS2, its certificate still to come. */
    Folders as2Partner(String name, String as2Name, String as2Lines) {
        return write(
                name + "/agreement.yaml",
                """
                partner: %s
                identifiers:
                  - { qualifier: ZZ, id: ID-%s }
                ownIdentifiers:
                  - { qualifier: ZZ, id: RETROGATE }
                as2:
                  partnerName: %s
                  ownName: RETROGATE
                  url: https://as2.example/in
                """
                                .formatted(name, name, as2Name)
                        + as2Lines.indent(2)
                        + """
                acknowledgeBy: as2
                documents:
                  - { message: X12 856 004010, direction: inbound, acknowledge: 997, to: [erp] }
                """);
    }

    Folders endpoint(String name) {
        String yaml = "endpoint: %s\nurl: http://localhost:1/%s\n".formatted(name, name);
        return write(name + "/endpoint.yaml", yaml);
    }

    Folders certificate(String file, As2Party party) {
        try {
            var body = Base64.getMimeEncoder(64, new byte[] {'\n'});
            String text = body.encodeToString(party.certificate().getEncoded());
            String frame = "-----%s CERTIFICATE-----\n";
            return write(file, frame.formatted("BEGIN") + text + "\n" + frame.formatted("END"));
        } catch (java.security.cert.CertificateException e) {
            throw new IllegalStateException(e);
        }
    }

    static As2Party party(String name, Duration until) {
        Instant from = As2Party.NOW.minus(Duration.ofDays(400));
        return As2Party.valid(name, from, As2Party.NOW.plus(until));
    }

    /** Each version of a file has a time of its own, however quickly the test writes. */
    Folders write(String file, String text) {
        try {
            Path path = routes.resolve(file);
            Files.createDirectories(path.getParent());
            Files.write(path, text.getBytes(UTF_8));
            var time = java.nio.file.attribute.FileTime.from(As2Party.NOW.plusSeconds(++written));
            Files.setLastModifiedTime(path, time);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Folders replace(String file, String old, String by) {
        try {
            String text = Files.readString(routes.resolve(file));
            if (!text.contains(old)) {
                throw new IllegalArgumentException(old + " is not in " + file);
            }
            return write(file, text.replace(old, by));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Folders delete(String folder) {
        try (var paths = Files.walk(routes.resolve(folder))) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
