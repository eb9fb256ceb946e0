package io.retrogate.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** OpenSSH's own sshd and sftp-server on loopback; the user who runs the test logs in by key. */
public final class OpenSshServer implements AutoCloseable {

    private static final Path SSHD = Path.of("/usr/sbin/sshd");
    private static final Path SFTP_SERVER = Path.of("/usr/lib/openssh/sftp-server");

    private final Path home;
    private final int port;
    private Process process;

    private OpenSshServer(Path home, int port, Process process) {
        this.home = home;
        this.port = port;
        this.process = process;
    }

    public static boolean installed() {
        return Files.isExecutable(SSHD) && Files.isExecutable(SFTP_SERVER);
    }

    /** Serves {@link #files()}; whoever has a key made by {@link #login} may come in. */
    public static OpenSshServer start(Path home) throws Exception {
        Files.createDirectories(home.resolve("files"));
        if (user().equals("root")) {
            // Debian makes it when the service starts, and here no service does.
            Files.createDirectories(Path.of("/run/sshd"));
        }
        keyPair(home.resolve("host"), "ed25519", "");
        Files.createFile(home.resolve("authorized"));
        int port = freePort();
        Path settings = home.resolve("sshd_config");
        Files.write(
                settings,
                List.of(
                        "Port " + port,
                        "ListenAddress 127.0.0.1",
                        "HostKey " + home.resolve("host"),
                        "PidFile none",
                        "AuthorizedKeysFile " + home.resolve("authorized"),
                        "StrictModes no",
                        "UsePAM no",
                        "PasswordAuthentication no",
                        "PermitRootLogin prohibit-password",
                        "LogLevel DEBUG1",
                        "Subsystem sftp "
                                + SFTP_SERVER
                                + " -d "
                                + home.resolve("files")
                                + " -l VERBOSE -e 2>>"
                                + home.resolve("sshd.log")));
        var server = new OpenSshServer(home, port, launched(home));
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(server::listens);
        return server;
    }

    private static Process launched(Path home) throws IOException {
        return new ProcessBuilder(
                        SSHD.toString(), "-D", "-e", "-f", home.resolve("sshd_config").toString())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(home.resolve("sshd.log").toFile()))
                .start();
    }

    /** With all its connections. */
    public void stop() throws InterruptedException {
        close();
    }

    /** On the same port, with the same key. */
    public void startAgain() throws IOException {
        process = launched(home);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(this::listens);
    }

    /** What it has said: of logins, and of each request before it is answered. */
    public String log() {
        try {
            return Files.readString(home.resolve("sshd.log"), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String user() {
        return System.getProperty("user.name");
    }

    public int port() {
        return port;
    }

    /** What a login sees as its home. */
    public Path files() {
        return home.resolve("files");
    }

    /** Returns a new private key that may log in. */
    public Path login(String type, String passphrase) throws IOException, InterruptedException {
        Path key = home.resolve("login-" + type);
        keyPair(key, type, passphrase);
        Files.writeString(
                home.resolve("authorized"),
                Files.readString(home.resolve("authorized")) + publicKey(key));
        return key;
    }

    /** One line of a known_hosts file. */
    public String knownHost() throws IOException {
        return "[127.0.0.1]:" + port + " " + publicKey(home.resolve("host"));
    }

    /** A line for the same address with a key that is not the server's. */
    public String wrongHost() throws IOException, InterruptedException {
        Path other = home.resolve("other-host");
        keyPair(other, "ed25519", "");
        return "[127.0.0.1]:" + port + " " + publicKey(other);
    }

    private static String publicKey(Path key) throws IOException {
        return Files.readString(Path.of(key + ".pub"));
    }

    private static void keyPair(Path file, String type, String passphrase)
            throws IOException, InterruptedException {
        var process =
                new ProcessBuilder(
                                "ssh-keygen",
                                "-q",
                                "-t",
                                type,
                                "-N",
                                passphrase,
                                "-f",
                                file.toString())
                        .inheritIO()
                        .start();
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException("ssh-keygen made no " + type + " key");
        }
    }

    private boolean listens() throws IOException {
        if (!process.isAlive()) {
            throw new IOException(Files.readString(home.resolve("sshd.log")));
        }
        try (var probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return probe.isConnected();
        } catch (java.net.ConnectException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
