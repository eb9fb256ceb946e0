package io.retrogate.bench;

import static io.retrogate.bench.As2Benchmark.say;

import com.sun.management.OperatingSystemMXBean;
import io.retrogate.edi.Content;
import io.retrogate.edi.FileContent;
import io.retrogate.edi.schema.Schemas;
import io.retrogate.returns.Origin;
import io.retrogate.translate.Translator;
import io.retrogate.validate.Validator;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a byte of an interchange costs, whatever its size: validation and translation from a file in
 * one JVM that is warm, so that neither its start nor its compiler is measured.
 */
public final class LargeThroughput {

    private static final long MEGABYTE = 1_000_000;

    /** Each size is repeated until so much was read, so that small ones are measured as long. */
    private static final long ENOUGH = Long.getLong("bench.throughput.enough", 400) * MEGABYTE;

    private static final List<Long> SIZES =
            Stream.of(System.getProperty("bench.throughput.megabytes", "1,10,200,1074").split(","))
                    .map(Long::valueOf)
                    .toList();

    private static final Origin ORIGIN = new Origin("benchmark", "acme", Instant.EPOCH);

    private final Schemas schemas = Schemas.builtIn();
    private long documents;
    private long written;

    private LargeThroughput() {}

    /** What is done with a file, from its first byte to its last. */
    private interface Work {
        void on(Content content);
    }

    private record Speed(double wall, double processor) {}

    public static void main(String[] arguments) throws IOException {
        new LargeThroughput().run(Files.createDirectories(Path.of("target", "bench-throughput")));
    }

    private void run(Path folder) throws IOException {
        say("One warm JVM: Java %s, load average %.2f", Runtime.version(), load());
        say(
                "| MB | validate MB/s, 1 thread | 2 threads | 2 of 1"
                        + " | translate MB/s, 1 thread | 2 threads | 2 of 1"
                        + " | processor ns a byte, 1 thread |");
        say("|---|---|---|---|---|---|---|---|");
        var one = translating(1);
        var two = translating(2);
        warmUp(folder, one, two);
        for (long size : SIZES) {
            var file = written(folder, size * MEGABYTE);
            var judged = speed(file, validating(1));
            var judgedByBoth = speed(file, validating(2));
            var single = speed(file, one);
            var both = speed(file, two);
            say(
                    String.format(
                            Locale.ROOT,
                            "| %d | %.1f | %.1f | %.2f | %.1f | %.1f | %.2f | %.1f |",
                            size,
                            judged.wall,
                            judgedByBoth.wall,
                            judgedByBoth.wall / judged.wall,
                            single.wall,
                            both.wall,
                            both.wall / single.wall,
                            single.processor));
            Files.delete(file);
        }
        say(
                "%d documents, %d MB of messages; load average %.2f",
                documents, written / MEGABYTE, load());
    }

    private void warmUp(Path folder, Work one, Work two) throws IOException {
        var file = written(folder, 10 * MEGABYTE);
        for (int round = 0; round < 10; round++) {
            one.on(new FileContent(file));
            two.on(new FileContent(file));
        }
        Files.delete(file);
    }

    private Work validating(int threads) {
        var validator = Validator.overSchemas(schemas, threads);
        return content -> {
            validator.validate(content, Optional.empty()).forEach(report -> documents++);
        };
    }

    private Work translating(int threads) {
        var validator = Validator.overSchemas(schemas, threads);
        var translator = Translator.builtIn(schemas, threads);
        return content -> {
            for (var report : validator.validate(content, Optional.empty())) {
                translator.translate(
                        content,
                        report,
                        ORIGIN,
                        Optional.empty(),
                        document -> {
                            documents++;
                            written += document.message().json().length;
                        });
            }
        };
    }

    private static Speed speed(Path file, Work work) throws IOException {
        long size = Files.size(file);
        long times = Math.max(1, ENOUGH / size);
        long processor = processor();
        long begun = System.nanoTime();
        for (long i = 0; i < times; i++) {
            work.on(new FileContent(file));
        }
        double bytes = (double) times * size;
        return new Speed(
                bytes * 1e3 / (System.nanoTime() - begun), (processor() - processor) / bytes);
    }

    private static Path written(Path folder, long size) throws IOException {
        var path = folder.resolve(size + ".edi");
        try (var out = new BufferedOutputStream(Files.newOutputStream(path), 1 << 16)) {
            LargeInterchange.write(out, size);
        }
        return path;
    }

    private static long processor() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static double load() {
        return As2Benchmark.loadAverage();
    }
}
