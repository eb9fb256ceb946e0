package io.retrogate.bench;

import static io.retrogate.bench.As2Benchmark.loadAverage;
import static io.retrogate.bench.As2Benchmark.say;
import static io.retrogate.bench.Contestants.AS2_LIB;
import static io.retrogate.bench.Contestants.AS2_LIB_QUICK;
import static io.retrogate.bench.Contestants.CAMEL;
import static io.retrogate.bench.Contestants.FSYNC;
import static io.retrogate.bench.Contestants.HELD;
import static io.retrogate.bench.Contestants.WHOLE;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Receiving signed and encrypted messages of 5 KB, with a signed receipt each, beside camel-as2 and
 * as2-lib, which get the same bytes. One wrong answer ends it. Leaves {@code target/as2-peers.md}.
 */
final class As2PeersBenchmark {

    private static final List<Integer> CLIENTS =
            Stream.of(System.getProperty("bench.peers.clients", "1,2,4,8,16").split(","))
                    .map(Integer::valueOf)
                    .toList();
    private static final int ROUNDS = Integer.getInteger("bench.peers.rounds", 3);
    private static final Duration MEASURED =
            Duration.ofSeconds(Integer.getInteger("bench.peers.seconds", 5));
    private static final Duration WARM =
            Duration.ofSeconds(Integer.getInteger("bench.peers.warm", 20));
    private static final int MESSAGES_TO_WARM =
            Integer.getInteger("bench.peers.warm-messages", 4_000);
    private static final int MOST_WARM_UPS = 8;
    private static final int MESSAGES = Integer.getInteger("bench.peers.messages", 8_000);
    private static final int DOCUMENT = 5_120;
    private static final int CLIENTS_TO_WARM = 8;
    private static final List<String> PEERS =
            Stream.of(CAMEL, CAMEL + FSYNC, AS2_LIB, AS2_LIB_QUICK, AS2_LIB_QUICK + FSYNC)
                    .filter(name -> name.matches(System.getProperty("bench.peers.only", ".*")))
                    .toList();

    private final Contestants contestants;
    private final PeersReport report = new PeersReport();

    private As2PeersBenchmark(Contestants contestants) {
        this.contestants = contestants;
    }

    public static void main(String[] arguments) throws Exception {
        if (!Contestants.built()) {
            say("the peers are not built; build them with%n  %s", Contestants.BUILT_BY);
            return;
        }
        // Java's client keeps five connections alive unless told otherwise.
        System.setProperty("http.maxConnections", "64");
        var name = "peers-" + ProcessHandle.current().pid();
        var home = Files.createDirectories(Path.of("target", name).toAbsolutePath());
        var workload = Workload.of(DOCUMENT, MESSAGES);
        new As2PeersBenchmark(new Contestants(home, ServerProcess.HEAP, workload)).run();
    }

    private void run() throws Exception {
        report.begins(loadAverage());
        try (var erp = new ErpSink()) {
            beside(erp);
            whole(erp);
        }
        report.ends(loadAverage());
        say("%s", report.text());
        Files.writeString(Path.of("target/as2-peers.md"), report.text());
    }

    /**
     * All in turns, at each number of clients, so that what the machine does meanwhile hits all.
     */
    private void beside(ErpSink erp) throws Exception {
        var ours = contestants.ours(HELD);
        try (var candidates = new Running()) {
            candidates.add(contestants.start(ours, HELD, erp.url()));
            for (var peer : PEERS) {
                candidates.add(contestants.start(peer));
            }
            for (var load : candidates.loads) {
                warm(load);
            }
            for (int round = 1; round <= ROUNDS; round++) {
                report.measured(Floor.measure(contestants.home()));
                for (int clients : CLIENTS) {
                    for (var load : candidates.loads) {
                        measure(load, clients);
                    }
                }
            }
            demandEveryMessage(ours, candidates.loads.get(0));
            candidates.loads.forEach(report::checked);
        }
    }

    private void whole(ErpSink erp) throws Exception {
        var ours = contestants.ours(WHOLE);
        try (var candidates = new Running()) {
            candidates.add(contestants.start(ours, WHOLE, erp.url()));
            var load = candidates.loads.get(0);
            warm(load);
            long before = ours.delivered();
            long begun = System.nanoTime();
            for (int round = 1; round <= ROUNDS; round++) {
                report.measured(Floor.measure(contestants.home()));
                for (int clients : CLIENTS) {
                    measure(load, clients);
                }
            }
            double seconds = (System.nanoTime() - begun) / 1e9;
            report.delivered((ours.delivered() - before) / seconds);
            demandEveryMessage(ours, load);
            report.checked(load);
        }
    }

    /** By messages, as a JVM compiles by calls: on a busy machine seconds alone leave it cold. */
    private static void warm(Load load) throws Exception {
        load.refusesAStranger();
        for (int turn = 1; turn <= MOST_WARM_UPS && load.answered() < MESSAGES_TO_WARM; turn++) {
            var line = Report.line(load.run(CLIENTS_TO_WARM, WARM));
            say("%-22s warm-up %d: %s", load.name(), turn, line);
        }
    }

    private void measure(Load load, int clients) throws Exception {
        var measured = load.run(clients, MEASURED);
        report.add(load.name(), measured);
        say("%-22s %s", load.name(), Report.line(measured));
    }

    private static void demandEveryMessage(Retrogate ours, Load load) throws Exception {
        long taken = ours.taken();
        if (taken != load.answered()) {
            throw new IllegalStateException(
                    load.answered() + " receipts, but " + taken + " messages in the ledger");
        }
    }

    /** What was started, which ends with this. */
    private static final class Running implements AutoCloseable {

        private final List<Candidate> candidates = new ArrayList<>();
        private final List<Load> loads = new ArrayList<>();

        void add(Candidate candidate) {
            candidates.add(candidate);
            loads.add(new Load(candidate));
        }

        @Override
        public void close() throws Exception {
            for (var candidate : candidates) {
                candidate.close();
            }
        }
    }
}
