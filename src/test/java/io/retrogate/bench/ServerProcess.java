package io.retrogate.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/**
 * A server in a JVM of its own that prints {@code {"ready":PORT}}, with or without more, and ends
 * with its standard input. All servers get the same JDK.
 */
final class ServerProcess implements AutoCloseable {

    static final String HEAP = "-Xmx512m";

    private static final Pattern READY = Pattern.compile("\\{\"ready\":(\\d+)[,}]");
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Process process;
    private final int port;

    private ServerProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * The arguments begin with the heap; what it prints goes to the log, so that nobody has to read
     * it while we measure.
     */
    static ServerProcess start(Path log, List<String> arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(arguments);
        var process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        boolean ready = false;
        try {
            var started = new ServerProcess(process, port(process, log));
            ready = true;
            return started;
        } finally {
            if (!ready) {
                process.destroyForcibly();
            }
        }
    }

    private static int port(Process process, Path log) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (process.isAlive() && System.nanoTime() - deadline < 0) {
            var found = READY.matcher(Files.readString(log));
            if (found.find()) {
                return Integer.parseInt(found.group(1));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
        throw new IOException("the server did not become ready; see " + log);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port + "/as2");
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
