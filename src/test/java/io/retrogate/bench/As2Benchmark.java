package io.retrogate.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Receiving signed and encrypted messages with a signed receipt each, beside as2-lib, in turns:
 * ours fsyncs and commits before each receipt, as2-lib keeps nothing. Takes three to four minutes;
 * one wrong answer ends it.
 */
final class As2Benchmark {

    private static final List<Integer> CLIENTS =
            Stream.of(System.getProperty("bench.as2.clients", "1,2,4,8,16").split(","))
                    .map(Integer::valueOf)
                    .toList();
    private static final int ROUNDS = Integer.getInteger("bench.as2.rounds", 2);
    private static final Duration MEASURED =
            Duration.ofSeconds(Integer.getInteger("bench.as2.seconds", 3));
    private static final int MOST_WARM_UPS = 8;
    private static final double QUICKER = 1.05;
    private static final int MESSAGES = 128;
    private static final int MESSAGES_WITH_PIPELINE = 4_000;
    private static final int CLIENTS_TO_WARM = 8;

    private final Path folder;
    private final Map<String, Map<Integer, Measurement>> results = new TreeMap<>();

    private As2Benchmark(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        if (!Files.exists(As2Lib.JAR)) {
            say("AS2 is skipped: as2-lib is not built. Build it with%n  %s", As2Lib.BUILT_BY);
            return;
        }
        // Java's client keeps five connections alive unless told otherwise.
        System.setProperty("http.maxConnections", "64");
        var id = "bench-" + ProcessHandle.current().pid();
        var folder = Files.createDirectories(Path.of("target", id).toAbsolutePath());
        new As2Benchmark(folder).run();
    }

    private void run() throws Exception {
        say(
                "AS2: Java %s, %d processors, %s for each server, load average %.2f",
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                ServerProcess.HEAP,
                loadAverage());
        var floor = Floor.measure(folder);
        say(
                "floor, µs: RSA-2048 decrypt %.0f + verify %.0f + sign %.0f = %.0f; write + fsync"
                        + " of 8 KB %.0f",
                floor.decrypt(), floor.verify(), floor.sign(), floor.rsa(), floor.fsync());
        alone();
        withPipeline();
        say("");
        say("load average %.2f", loadAverage());
        new Report(floor).print(results);
    }

    private void alone() throws Exception {
        var ours = new Retrogate(Files.createDirectories(folder.resolve("alone")));
        var theirs = Files.createDirectories(folder.resolve("as2-lib"));
        try (var sink = new ErpSink();
                var retrogate = ours.start("alone", sink.url(), MESSAGES);
                var quick = new As2Lib(theirs, "JKS").start(MESSAGES);
                var usual = new As2Lib(theirs, "PKCS12").start(MESSAGES)) {
            var loads = new ArrayList<Load>();
            for (var candidate : List.of(retrogate, quick, usual)) {
                loads.add(warm(candidate));
            }
            for (int round = 1; round <= ROUNDS; round++) {
                for (var load : loads) {
                    for (int clients : CLIENTS) {
                        measure(load, "round " + round, clients);
                    }
                }
            }
            demandEveryMessage(ours, loads.get(0));
            loads.forEach(As2Benchmark::sayChecked);
        }
    }

    private void withPipeline() throws Exception {
        var ours = new Retrogate(Files.createDirectories(folder.resolve("whole")));
        try (var sink = new ErpSink();
                var retrogate = ours.start("whole", sink.url(), MESSAGES_WITH_PIPELINE)) {
            var load = warm(retrogate);
            long before = ours.delivered();
            var measured = measure(load, "pipeline", CLIENTS_TO_WARM);
            double delivered = (ours.delivered() - before) * 1e9 / measured.took().toNanos();
            say("the pipeline delivered %.1f a second meanwhile; the rest waits", delivered);
            demandEveryMessage(ours, load);
            sayChecked(load);
        }
    }

    /** Until it gets no quicker, so that each is measured at its best. */
    private static Load warm(Candidate candidate) throws Exception {
        candidate.refusesAStranger();
        var load = new Load(candidate);
        double best = 0;
        for (int times = 1; times <= MOST_WARM_UPS; times++) {
            double now = load.run(CLIENTS_TO_WARM, MEASURED).perSecond();
            say("%-17s warm-up %d: %.1f msg/s", candidate.name(), times, now);
            if (now < best * QUICKER) {
                break;
            }
            best = now;
        }
        return load;
    }

    private Measurement measure(Load load, String when, int clients) throws Exception {
        var measured = load.run(clients, MEASURED);
        results.computeIfAbsent(load.name(), name -> new TreeMap<>())
                .merge(clients, measured, Measurement::with);
        say("%-17s %s: %s", load.name(), when, Report.line(measured));
        return measured;
    }

    /** A receipt that the ledger knows nothing of would be a promise that nobody keeps. */
    private static void demandEveryMessage(Retrogate ours, Load load) throws Exception {
        long taken = ours.taken();
        if (taken != load.answered()) {
            throw new IllegalStateException(
                    load.answered() + " receipts, but " + taken + " messages in the ledger");
        }
    }

    private static void sayChecked(Load load) {
        say(
                "%-17s %d answers checked, %d of them verified",
                load.name(), load.answered(), load.verified());
    }

    static double loadAverage() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    static void say(String format, Object... values) {
        System.out.printf(format + "%n", values);
    }
}
