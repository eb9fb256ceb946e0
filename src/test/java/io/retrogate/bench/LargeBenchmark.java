package io.retrogate.bench;

import static io.retrogate.bench.As2Benchmark.say;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * Large interchanges: on the command line with a heap of 64 MB, and through the whole gateway with
 * 256 MB, from AS2 to the settled transmission and on to an ERP that takes everything.
 */
final class LargeBenchmark {

    private static final long MEGABYTE = 1_000_000;
    private static final List<Long> SIZES = sizes("bench.large.megabytes", "1,10,200");
    private static final List<Long> GATEWAY = sizes("bench.large.gateway", "1,10,200");

    private final Path folder;
    private final List<String> rows = new ArrayList<>();

    private LargeBenchmark(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        var id = "bench-large-" + ProcessHandle.current().pid();
        var folder = Files.createDirectories(Path.of("target", id).toAbsolutePath());
        try {
            new LargeBenchmark(folder).run();
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private void run() throws Exception {
        say(
                "Large interchanges: Java %s, %d processors, load average %.2f",
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                As2Benchmark.loadAverage());
        for (long size : SIZES) {
            var file = written(size);
            add("validate -Xmx64m", size, CommandLineRun.of(folder, "validate", file.path()));
            add("translate -Xmx64m", size, CommandLineRun.of(folder, "translate", file.path()));
            Files.delete(file.path());
        }
        for (long size : GATEWAY) {
            var file = written(size);
            var home = Files.createDirectories(folder.resolve("gateway-" + size));
            try (var gateway = new LargeGateway(home)) {
                rows.addAll(gateway.take(file));
            }
            FileSystemUtils.deleteRecursively(home);
            Files.delete(file.path());
        }
        say("| what | MB | documents | seconds | MB/s | processor seconds | peak heap MB |");
        say("|---|---|---|---|---|---|---|");
        rows.forEach(LargeBenchmark::row);
        say("load average %.2f", As2Benchmark.loadAverage());
    }

    private static void row(String row) {
        say("%s", row);
    }

    private void add(String what, long size, CommandLineRun run) {
        var row =
                String.format(
                        Locale.ROOT,
                        "| %s | %d | %d | %.1f | %.1f | %.1f | %d |",
                        what,
                        size,
                        run.documents(),
                        run.seconds(),
                        size / run.seconds(),
                        run.processor(),
                        run.peak());
        rows.add(row);
        row(row);
    }

    /** A file of so many sets. */
    record Written(Path path, int documents) {}

    private Written written(long megabytes) throws IOException {
        var path = folder.resolve(megabytes + ".edi");
        try (var out = new BufferedOutputStream(Files.newOutputStream(path), 1 << 16)) {
            return new Written(path, LargeInterchange.write(out, megabytes * MEGABYTE));
        }
    }

    private static List<Long> sizes(String property, String usual) {
        return Stream.of(System.getProperty(property, usual).split(","))
                .filter(size -> !size.isEmpty())
                .map(Long::valueOf)
                .toList();
    }
}
