package io.retrogate.ledger;

import io.retrogate.edi.GatewayException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Timer;
import java.util.TimerTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL of our own under the data directory: on loopback only, with a password, and
 * with every durability setting at its default, which is on. Started again when it dies.
 */
final class BundledPostgres implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(BundledPostgres.class);

    private static final long EVERY_MILLIS = 500;

    private final Path cluster;
    private final PostgresCommand command;
    private final String password;
    private final int port;
    private final FileChannel lock;
    private final Timer watchdog = new Timer("postgres-watchdog", true);

    private BundledPostgres(
            Path cluster, PostgresCommand command, String password, int port, FileChannel lock) {
        this.cluster = cluster;
        this.command = command;
        this.password = password;
        this.port = port;
        this.lock = lock;
    }

    /** Made if it is missing, started if it is not running; refused if another gateway has it. */
    static BundledPostgres under(Path data) {
        try {
            var home = PostgresHome.of(data);
            var lock = lock(data);
            var command =
                    new PostgresCommand(
                            PostgresBinaries.under(home),
                            data.toAbsolutePath().resolve("postgres.log"));
            PostgresCommand.own(home);
            var cluster = home.resolve("cluster");
            var password = initialised(home, cluster, command);
            var postgres = new BundledPostgres(cluster, command, password, port(home), lock);
            postgres.start();
            postgres.watch();
            return postgres;
        } catch (IOException e) {
            throw new GatewayException(LedgerProblem.POSTGRES_NOT_STARTED, "cannot start", e);
        }
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    String user() {
        return "retrogate";
    }

    String password() {
        return password;
    }

    private static FileChannel lock(Path data) throws IOException {
        var channel =
                FileChannel.open(
                        data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw new GatewayException(LedgerProblem.DATA_IN_USE, data.toString());
        }
        return channel;
    }

    /** A cluster counts only when its making was finished; the password of the superuser. */
    private static String initialised(Path home, Path cluster, PostgresCommand command)
            throws IOException {
        var file = home.resolve("password");
        var complete = home.resolve("complete");
        if (Files.exists(complete)) {
            return Files.readString(file);
        }
        delete(cluster);
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        Files.deleteIfExists(file);
        Files.createFile(
                file,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        PostgresCommand.own(file);
        command.mustRun(
                "initdb",
                "--pgdata=" + cluster,
                "--username=retrogate",
                "--pwfile=" + file,
                "--auth=scram-sha-256",
                "--data-checksums",
                "--encoding=UTF8",
                "--locale=C");
        Files.createFile(complete);
        return Files.readString(file);
    }

    /** A free port, kept for the life of the data directory. */
    private static int port(Path home) throws IOException {
        var file = home.resolve("port");
        if (!Files.exists(file)) {
            try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                Files.writeString(file, Integer.toString(socket.getLocalPort()));
            }
        }
        return Integer.parseInt(Files.readString(file).strip());
    }

    private void start() throws IOException {
        if (running()) {
            return;
        }
        command.mustRun(
                "pg_ctl",
                "start",
                "--wait",
                "--timeout=50",
                "--pgdata=" + cluster,
                "--log=" + cluster.resolve("server.log"),
                "--options=-p "
                        + port
                        + " -c listen_addresses=127.0.0.1"
                        + " -c unix_socket_directories='' -c max_connections=60");
    }

    private boolean running() throws IOException {
        return command.run("pg_ctl", "status", "--pgdata=" + cluster) == 0;
    }

    private void watch() {
        var look =
                new TimerTask() {
                    @Override
                    public void run() {
                        revive();
                    }
                };
        watchdog.schedule(look, EVERY_MILLIS, EVERY_MILLIS);
    }

    private void revive() {
        try {
            if (!running()) {
                log.atWarn().addKeyValue("problem", "LGR-002").log("PostgreSQL died; starting it");
                start();
            }
        } catch (IOException | RuntimeException e) {
            log.atWarn().addKeyValue("problem", "LGR-002").setCause(e).log("not started yet");
        }
    }

    @Override
    public void close() {
        watchdog.cancel();
        try {
            command.run("pg_ctl", "stop", "--mode=fast", "--wait", "--pgdata=" + cluster);
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (var files = Files.walk(directory)) {
                for (var file :
                        (Iterable<Path>)
                                files.sorted(java.util.Comparator.reverseOrder())::iterator) {
                    Files.delete(file);
                }
            }
        }
    }
}
