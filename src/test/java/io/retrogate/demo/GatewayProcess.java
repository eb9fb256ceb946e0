package io.retrogate.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** The packaged jar in a JVM of its own, which a test may kill. Ended by its process id. */
final class GatewayProcess implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(120);

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
        var command =
                new ArrayList<>(
                        List.of(
                                java.toString(),
                                "-Xmx512m",
                                "-jar",
                                "target/retrogate.jar",
                                "run",
                                "--data",
                                data.toString()));
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
        Awaitility.await()
                .atMost(START)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> !process.isAlive() || answers());
        return process.isAlive();
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
