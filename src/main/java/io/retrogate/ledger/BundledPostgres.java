package io.retrogate.ledger;

import io.retrogate.edi.GatewayException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL of our own under the data directory: on loopback only, with a password, and
 * with every durability setting at its default, which is on. Started again when it dies.
 */
final class BundledPostgres implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(BundledPostgres.class);

    private static final long EVERY_MILLIS = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(50);

    private final Path cluster;
    private final Postmaster postmaster;
    private final PostgresCommand command;
    private final String password;
    private final int port;
    private final DataLock lock;
    private final Timer watchdog = new Timer("postgres-watchdog", true);
    private boolean closed;

    private BundledPostgres(
            Path cluster, PostgresCommand command, String password, int port, DataLock lock) {
        this.cluster = cluster;
        this.postmaster = new Postmaster(cluster);
        this.command = command;
        this.password = password;
        this.port = port;
        this.lock = lock;
    }

    /** In a directory that nobody else may use meanwhile. */
    static BundledPostgres under(Path data) {
        try {
            var lock = DataLock.on(data);
            try {
                return under(data, lock);
            } catch (RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new GatewayException(LedgerProblem.POSTGRES_NOT_STARTED, "cannot start", e);
        }
    }

    /** Made if it is missing, started if it is not running. Lets the lock go when it is closed. */
    static BundledPostgres under(Path data, DataLock lock) {
        try {
            return start(data, lock);
        } catch (IOException e) {
            throw new GatewayException(LedgerProblem.POSTGRES_NOT_STARTED, "cannot start", e);
        }
    }

    private static BundledPostgres start(Path data, DataLock lock) throws IOException {
        var home = PostgresHome.of(data);
        var command =
                new PostgresCommand(
                        PostgresBinaries.under(home),
                        data.toAbsolutePath().resolve("postgres.log"));
        PostgresCommand.own(home);
        var cluster = home.resolve("cluster");
        initialise(home, cluster, command);
        var password = Files.readString(home.resolve("password"));
        var postgres = new BundledPostgres(cluster, command, password, port(home, cluster), lock);
        postgres.start();
        postgres.watch();
        return postgres;
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

    /**
     * Made under another name, which it loses last: a cluster that has its name is whole, and is
     * never made anew.
     */
    private static void initialise(Path home, Path cluster, PostgresCommand command)
            throws IOException {
        if (Files.exists(cluster)) {
            return;
        }
        var unfinished = home.resolve("cluster.unfinished");
        delete(unfinished);
        var password = newPassword(home);
        command.mustRun(
                "initdb",
                "--pgdata=" + unfinished,
                "--username=retrogate",
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--data-checksums",
                "--encoding=UTF8",
                "--locale=C");
        PostgresHome.sync(home);
        Files.move(unfinished, cluster, StandardCopyOption.ATOMIC_MOVE);
        PostgresHome.sync(home);
    }

    private static Path newPassword(Path home) throws IOException {
        var file = home.resolve("password");
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        Files.deleteIfExists(file);
        Files.createFile(
                file,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        PostgresCommand.own(file);
        PostgresHome.sync(file);
        return file;
    }

    /** Free when it was chosen, then kept; chosen again if somebody else has taken it meanwhile. */
    private static int port(Path home, Path cluster) throws IOException {
        var file = home.resolve("port");
        var kept = Files.exists(file) ? Files.readString(file).strip() : "";
        if (kept.matches("\\d{1,5}")
                && (new Postmaster(cluster).running() || free(Integer.parseInt(kept)))) {
            return Integer.parseInt(kept);
        }
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Files.writeString(file, Integer.toString(socket.getLocalPort()));
            return socket.getLocalPort();
        }
    }

    private static boolean free(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private void start() throws IOException {
        if (postmaster.running()) {
            awaitReady();
            return;
        }
        postmaster.forgetTheDead();
        command.mustRun(
                "pg_ctl",
                "start",
                "--wait",
                "--timeout=" + PATIENCE.toSeconds(),
                "--pgdata=" + cluster,
                "--log=" + cluster.resolve("server.log"),
                "--options=-p "
                        + port
                        + " -c listen_addresses=127.0.0.1"
                        + " -c unix_socket_directories='' -c max_connections=60");
    }

    /** One that outlived the gateway before us; it may still be recovering. */
    private void awaitReady() throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!postmaster.ready()) {
            if (System.nanoTime() - deadline > 0 || !postmaster.running()) {
                throw new GatewayException(
                        LedgerProblem.POSTGRES_NOT_STARTED, "it runs, but takes no connections");
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
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

    private synchronized void revive() {
        try {
            if (!closed && !postmaster.running()) {
                log.atWarn().addKeyValue("problem", "LGR-002").log("PostgreSQL died; starting it");
                start();
            }
        } catch (IOException | RuntimeException e) {
            log.atWarn().addKeyValue("problem", "LGR-002").setCause(e).log("not started yet");
        }
    }

    /** Leaves PostgreSQL running, as a gateway does that is killed. */
    synchronized void abandon() throws IOException {
        closed = true;
        watchdog.cancel();
        lock.close();
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        try {
            command.run("pg_ctl", "stop", "--mode=fast", "--wait", "--pgdata=" + cluster);
            abandon();
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
