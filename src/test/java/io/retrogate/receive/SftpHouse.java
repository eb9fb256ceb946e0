package io.retrogate.receive;

import io.retrogate.MovingClock;
import io.retrogate.partner.Partners;
import io.retrogate.partner.TradingPartner;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Our own SFTP server with two partners, visited by OpenSSH's own clients. */
final class SftpHouse implements AutoCloseable {

    static final String WHOLE =
            "UNB+UNOC:3+4098765000003:14+4012345000009:14+261123:1200+77'UNZ+0+77'";

    /** RSA keys take seconds to make; no test minds whose they are. */
    private static final Path HOST_KEYS =
            Path.of("target", "sftp-host-keys-" + ProcessHandle.current().pid());

    static {
        new HostKeys(HOST_KEYS).load();
    }

    final FileNotes notes = new FileNotes();
    final MovingClock clock = new MovingClock(Instant.now());
    final SftpServer server;
    private final Path directory;
    private final Homes homes;

    SftpHouse(Path directory, String... settings) throws Exception {
        this.directory = directory;
        Path keys = Files.createDirectories(directory.resolve("keys"));
        try (var made = Files.list(HOST_KEYS)) {
            for (Path key : made.toList()) {
                Files.copy(
                        key,
                        keys.resolve(key.getFileName()),
                        StandardCopyOption.COPY_ATTRIBUTES,
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
        var values = new java.util.HashMap<String, String>();
        values.put("retrogate.sftp.port", "0");
        values.put("retrogate.sftp.address", "127.0.0.1");
        for (int i = 0; i < settings.length; i += 2) {
            values.put("retrogate.sftp." + settings[i], settings[i + 1]);
        }
        var properties =
                new Binder(new MapConfigurationPropertySource(values))
                        .bindOrCreate("retrogate.sftp", SftpServerProperties.class);
        homes = new Homes(directory.resolve("homes"), partners(), properties);
        var intake = new FileIntake(notes, notes.ledger(), p -> {}, java.util.UUID::randomUUID);
        server =
                new SftpServer(
                        properties,
                        new HostKeys(directory.resolve("keys")),
                        new PartnerLogin(partners()),
                        homes,
                        new Uploads(intake, clock, Duration.ofHours(1)));
        server.start();
        for (String partner : List.of("wren", "robin")) {
            Files.createDirectories(directory.resolve("routes").resolve(partner));
        }
    }

    /** Wren and robin; who they are does not matter here. */
    private Partners partners() {
        return (Partners)
                Proxy.newProxyInstance(
                        Partners.class.getClassLoader(),
                        new Class<?>[] {Partners.class},
                        (proxy, method, arguments) ->
                                switch (method.getName()) {
                                    case "named" -> named((String) arguments[0]);
                                    case "partners" -> List.of(partner("wren"), partner("robin"));
                                    default -> throw new UnsupportedOperationException();
                                });
    }

    private Optional<TradingPartner> named(String name) {
        return name.equals("wren") || name.equals("robin")
                ? Optional.of(partner(name))
                : Optional.empty();
    }

    private TradingPartner partner(String name) {
        return new TradingPartner(
                name,
                directory.resolve("routes").resolve(name),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                "");
    }

    Path home(String partner) {
        return directory.resolve("homes").resolve(partner);
    }

    /** Whether somebody still writes it. */
    boolean isBusy(String partner, Path file) {
        return homes.all().stream()
                .anyMatch(home -> home.partner().equals(partner) && home.isOpen(file));
    }

    Path authorizedKeys(String partner) {
        return directory.resolve("routes").resolve(partner).resolve("authorized_keys");
    }

    /** A new key that may log in as this partner. */
    Path key(String partner, String... type) throws Exception {
        Path key =
                directory.resolve("id-" + partner + "-" + String.join("", type).replace('-', '_'));
        var command =
                new ArrayList<>(List.of("ssh-keygen", "-q", "-N", "", "-f", key.toString(), "-t"));
        command.addAll(List.of(type));
        run(command);
        try (var keys =
                Files.newBufferedWriter(
                        authorizedKeys(partner),
                        java.nio.file.StandardOpenOption.CREATE,
                        java.nio.file.StandardOpenOption.APPEND)) {
            keys.write(Files.readString(Path.of(key + ".pub")));
        }
        return key;
    }

    record Said(int exit, String text) {}

    /** A batch of OpenSSH's sftp, which ends at the first command that fails. */
    Said sftp(String user, Path key, String... commands) throws Exception {
        Path batch = Files.createTempFile(directory, "batch", "");
        Files.write(batch, List.of(commands));
        var command = new ArrayList<>(List.of("sftp", "-q", "-b", batch.toString(), "-P"));
        command.add(String.valueOf(server.port()));
        command.addAll(options(key));
        command.add(user + "@127.0.0.1");
        return run(command);
    }

    Said ssh(String user, Path key, String... more) throws Exception {
        var command = new ArrayList<>(List.of("ssh", "-T", "-p", String.valueOf(server.port())));
        command.addAll(options(key));
        command.add(user + "@127.0.0.1");
        command.addAll(List.of(more));
        return run(command);
    }

    private List<String> options(Path key) throws IOException {
        Path known = directory.resolve("known_hosts");
        String line = Files.readString(directory.resolve("keys/ssh_host_ecdsa_key.pub"));
        Files.writeString(known, "[127.0.0.1]:" + server.port() + " " + line);
        return List.of(
                "-F", "none",
                "-i", key.toString(),
                "-o", "UserKnownHostsFile=" + known,
                "-o", "StrictHostKeyChecking=yes",
                "-o", "IdentitiesOnly=yes",
                "-o", "BatchMode=yes",
                "-o", "LogLevel=ERROR");
    }

    private Said run(List<String> command) throws Exception {
        Path log = Files.createTempFile(directory, "said", "");
        var process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                        .start();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("no end: " + command);
        }
        return new Said(process.exitValue(), Files.readString(log, StandardCharsets.UTF_8));
    }

    Path local(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    @Override
    public void close() {
        server.stop();
    }
}
