package io.retrogate.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Debian's haproxy before several nodes, as an operator would set it up. */
final class Haproxy implements AutoCloseable {

    private static final Path BINARY = Path.of("/usr/sbin/haproxy");

    private final int port;
    private final Process process;

    private Haproxy(int port, Process process) {
        this.port = port;
        this.process = process;
    }

    static boolean installed() {
        return Files.isExecutable(BINARY);
    }

    static Haproxy before(Path directory, List<Integer> nodes) throws IOException {
        int port = GatewayProcess.freePort();
        var configuration =
                new StringBuilder(
                        Files.readString(Path.of("src/docs/examples/cluster/haproxy.cfg")));
        int backend = configuration.indexOf("    server ");
        configuration.setLength(backend);
        for (int i = 0; i < nodes.size(); i++) {
            configuration.append(
                    "    server node%d 127.0.0.1:%d check%n".formatted(i, nodes.get(i)));
        }
        var file = directory.resolve("haproxy.cfg");
        Files.writeString(
                file, configuration.toString().replace("bind :8080", "bind 127.0.0.1:" + port));
        var process =
                new ProcessBuilder(BINARY.toString(), "-db", "-f", file.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(directory.resolve("haproxy.log").toFile())
                        .start();
        return new Haproxy(port, process);
    }

    URI as2() {
        return URI.create("http://127.0.0.1:" + port + "/as2");
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(20, TimeUnit.SECONDS);
    }
}
