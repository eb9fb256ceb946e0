package io.retrogate.bench;

import static io.retrogate.bench.As2Benchmark.loadAverage;
import static io.retrogate.bench.As2Benchmark.say;
import static io.retrogate.bench.Contestants.AS2_LIB_QUICK;
import static io.retrogate.bench.Contestants.CAMEL;
import static io.retrogate.bench.Contestants.HELD;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Receiving messages of one size after the other, two clients at once, beside camel-as2 and
 * as2-lib; a server that fails at a size gets none that is larger. Leaves a table in {@code
 * target/as2-sizes.md} and a graph in {@code target/as2-sizes.svg}.
 */
final class As2SizesBenchmark {

    private static final List<Integer> KILOBYTES =
            Stream.of(
                            System.getProperty(
                                            "bench.sizes.kilobytes",
                                            "1,10,100,1000,10000,50000,200000")
                                    .split(","))
                    .map(Integer::valueOf)
                    .toList();
    private static final Duration MEASURED =
            Duration.ofSeconds(Integer.getInteger("bench.sizes.seconds", 10));
    private static final String HEAP = System.getProperty("bench.sizes.heap", "-Xmx1g");
    private static final int CLIENTS = 2;
    private static final int MOST_MESSAGES = 256;
    private static final int BYTES_OF_MESSAGES = 20_000_000;

    private final Path home;
    private final Map<String, Map<Integer, Measurement>> results = new LinkedHashMap<>();
    private final StringBuilder failures = new StringBuilder();

    private As2SizesBenchmark(Path home) {
        this.home = home;
    }

    public static void main(String[] arguments) throws Exception {
        if (!Contestants.built()) {
            say("the peers are not built; build them with%n  %s", Contestants.BUILT_BY);
            return;
        }
        var name = "sizes-" + ProcessHandle.current().pid();
        var home = Files.createDirectories(Path.of("target", name).toAbsolutePath());
        new As2SizesBenchmark(home).run();
    }

    private void run() throws Exception {
        double before = loadAverage();
        try (var erp = new ErpSink()) {
            for (var name : List.of(HELD, CAMEL, AS2_LIB_QUICK)) {
                results.put(name, new TreeMap<>());
            }
            var contestants = new Contestants(home, HEAP, Workload.of(1_000, 1));
            try (var ours = contestants.start(contestants.ours(HELD), HELD, erp.url());
                    var camel = contestants.start(CAMEL);
                    var as2Lib = contestants.start(AS2_LIB_QUICK)) {
                beside(new ArrayList<>(List.of(ours, camel, as2Lib)));
            }
        }
        var table = table(before);
        say("%s", table);
        Files.writeString(Path.of("target/as2-sizes.md"), table);
        Files.writeString(Path.of("target/as2-sizes.svg"), new SizesChart(results).svg());
    }

    private void beside(List<Candidate> able) throws Exception {
        for (int kilobytes : KILOBYTES) {
            int bytes = kilobytes * 1000;
            int messages = Math.max(1, Math.min(MOST_MESSAGES, BYTES_OF_MESSAGES / bytes));
            var workload = Workload.of(bytes, messages);
            able.removeIf(candidate -> !measured(candidate.sending(workload), kilobytes));
        }
    }

    private boolean measured(Candidate candidate, int kilobytes) {
        try {
            var load = new Load(candidate);
            load.run(CLIENTS, MEASURED);
            var measured = load.run(CLIENTS, MEASURED);
            results.get(candidate.name()).put(kilobytes * 1000, measured);
            say("%-20s %6d KB %s", candidate.name(), kilobytes, Report.line(measured));
            return true;
        } catch (Exception e) { // whatever a server dies of
            var why = String.valueOf(e).lines().findFirst().orElse("");
            failures.append(
                    String.format("%s failed at %,d KB: %s%n", candidate.name(), kilobytes, why));
            return false;
        }
    }

    private String table(double before) {
        var text = new StringBuilder();
        text.append(
                String.format(
                        Locale.ROOT,
                        "%tF, %d cores, JDK %s, %s for each server, load average %.1f before and"
                                + " %.1f after (the run itself included); MB/s, messages/s in"
                                + " brackets, and milliseconds of processor time for each"
                                + " megabyte:%n%n",
                        System.currentTimeMillis(),
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version(),
                        HEAP,
                        before,
                        loadAverage()));
        text.append("| KB |");
        results.keySet().forEach(name -> text.append(' ').append(name).append(" | CPU |"));
        text.append("\n|---|").append("---|---|".repeat(results.size())).append('\n');
        for (int kilobytes : KILOBYTES) {
            text.append(String.format(Locale.ROOT, "| %,d |", kilobytes));
            results.values().forEach(of -> text.append(cell(of.get(kilobytes * 1000), kilobytes)));
            text.append('\n');
        }
        return text.append('\n').append(failures).toString();
    }

    private static String cell(@Nullable Measurement measured, int kilobytes) {
        if (measured == null) {
            return " – | – |";
        }
        double megabytes = kilobytes / 1e3;
        return String.format(
                Locale.ROOT,
                " %.2f (%.2f) | %.1f |",
                measured.perSecond() * megabytes,
                measured.perSecond(),
                measured.each(measured.costs().server()) / megabytes);
    }
}
