package io.retrogate.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** The packaged jar in a JVM of its own, which a test may kill. Ended by its process id. */
final class GatewayProcess implements AutoCloseable {

    /** More than any start takes on a machine that has other work as well. */
    private static final Duration START = Duration.ofMinutes(15);

    private final Path data;
    private final int port;
    private final Process process;

    private GatewayProcess(Path data, int port, Process process) {
        this.data = data;
        this.port = port;
        this.process = process;
    }

    static GatewayProcess start(Path java, Path data, int port, Map<String, String> settings)
            throws IOException {
        return start(java, ClassArchive.optionsFor(java), data, port, settings);
    }

    static GatewayProcess start(
            Path java, List<String> options, Path data, int port, Map<String, String> settings)
            throws IOException {
        var command = new ArrayList<>(List.of(java.toString(), "-Xmx512m"));
        // A life is short: most of it would go into compiling well.
        command.add("-XX:TieredStopAtLevel=1");
        command.addAll(options);
        command.addAll(List.of("-jar", "target/retrogate.jar", "run", "--data", data.toString()));
        settings.forEach(
                (key, value) -> {
                    command.add("--set");
                    command.add(key + "=" + value);
                });
        command.addAll(List.of("--set", "server.port=" + port));
        command.addAll(List.of("--set", "management.server.port=0"));
        Files.createDirectories(data);
        var process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(
                                ProcessBuilder.Redirect.appendTo(
                                        data.resolveSibling("gateway.log").toFile()))
                        .start();
        return new GatewayProcess(data, port, process);
    }

    /** False if it died before it was ready. */
    boolean ready() {
        var patience = new Patience(Duration.ofMinutes(3));
        Awaitility.await()
                .atMost(START)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> !process.isAlive() || answers() || patience.isOver(logged(), now()));
        if (process.isAlive() && patience.isOver(logged(), now())) {
            throw new AssertionError("the gateway runs, but is not ready and logs nothing more");
        }
        return process.isAlive();
    }

    private long logged() {
        return data.resolveSibling("gateway.log").toFile().length();
    }

    private static Duration now() {
        return Duration.ofNanos(System.nanoTime());
    }

    private boolean answers() {
        try {
            var request =
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/readyz"))
                            .timeout(Duration.ofSeconds(2))
                            .build();
            return HttpClient.newHttpClient()
                            .send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    URI as2() {
        return URI.create("http://127.0.0.1:" + port + "/as2");
    }

    /** What partners trust: made at the first start. */
    X509Certificate certificate() throws IOException, GeneralSecurityException {
        return certificate(data);
    }

    static X509Certificate certificate(Path home) throws IOException, GeneralSecurityException {
        try (var in = Files.newInputStream(home.resolve("keys/RETROGATE.pem"))) {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    /** The REST API's answer to the operator. */
    JsonNode api(String path) throws IOException, InterruptedException {
        var login = "operator:" + Files.readString(data.resolve("console-secret")).strip();
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header(
                                "Authorization",
                                "Basic "
                                        + Base64.getEncoder().encodeToString(login.getBytes(UTF_8)))
                        .timeout(Duration.ofSeconds(10))
                        .build();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(path + " answered " + answer.statusCode());
        }
        return new ObjectMapper().readTree(answer.body());
    }

    /** The one transmission that was found by this, once it is in this state. */
    JsonNode await(String search, String state) {
        var path = "/api/transmissions?search=" + URLEncoder.encode(search, UTF_8);
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .until(
                        () -> api(path).get("items"),
                        items -> items.size() == 1 && state.equals(items.at("/0/state").asText()))
                .get(0);
    }

    /** Everything it has logged so far. */
    String log() throws IOException {
        return Files.readString(data.resolveSibling("gateway.log"));
    }

    boolean alive() {
        return process.isAlive();
    }

    int exitCode() {
        return process.exitValue();
    }

    /** As a power switch would: SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(20, TimeUnit.SECONDS);
    }

    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    /** SIGKILL to the database's first process; its children notice and end. */
    static void killPostgres(Path data) throws IOException {
        postmaster(data).ifPresent(ProcessHandle::destroyForcibly);
    }

    private static Optional<ProcessHandle> postmaster(Path data) throws IOException {
        var file = data.resolve("postgres/cluster/postmaster.pid");
        return Files.exists(file)
                ? ProcessHandle.of(Long.parseLong(Files.readAllLines(file).get(0).strip()))
                        // The note of a dead one may name a process of somebody else.
                        .filter(p -> p.info().command().orElse("").endsWith("/postgres"))
                : Optional.empty();
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    static Connection database(Path data) throws IOException, SQLException {
        var home = data.resolve("postgres");
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:"
                        + Files.readString(home.resolve("port")).strip()
                        + "/postgres",
                "retrogate",
                Files.readString(home.resolve("password")).strip());
    }

    @Override
    public void close() throws IOException, InterruptedException {
        kill();
        killPostgres(data);
    }
}
