package io.retrogate.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.as2.As2Outcome;
import io.retrogate.ledger.Failpoint;
import io.retrogate.partner.SelfSigned;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A gateway under fire, two partners that do not give up, and an ERP that counts. */
final class CrashScene implements AutoCloseable {

    private static final Pattern AK1 = Pattern.compile("AK1\\*[A-Z]{2}\\*(\\d+)");
    private static final Pattern UCI = Pattern.compile("UCI\\+([^+]+)\\+");

    final CountingErp erp = new CountingErp();
    final ReceiptLog log;

    private final Path data;
    private final CrashLedger ledger;
    private final Path home;
    private final int port = freePort();
    private final AcmePartner acme;
    private final NordwindPartner nordwind;
    private final List<CrashDocument> documents;
    private final Map<String, String> settings = new HashMap<>();
    private final Set<String> receipted = ConcurrentHashMap.newKeySet();
    private final AtomicInteger next = new AtomicInteger();
    private final ExecutorService senders = Executors.newFixedThreadPool(4, Demo::daemon);
    private final Set<Failpoint> hit = EnumSet.noneOf(Failpoint.class);
    private GatewayProcess gateway;
    private volatile boolean paused = true;
    private volatile boolean ended;
    private @Nullable Failpoint armedPoint;
    private int kills;
    private int postgresKills;

    CrashScene(Path home, int messages) throws Exception {
        this.home = home;
        this.data = home.resolve("data");
        this.ledger = new CrashLedger(data);
        var identity =
                SelfSigned.make("acme", 2048, Clock.systemUTC().instant(), new SecureRandom());
        CrashRoutes.write(home, identity);
        acme = new AcmePartner(identity, home.resolve("acme"), Clock.systemUTC());
        nordwind = new NordwindPartner(home.resolve("nordwind"), "secret");
        Files.writeString(home.resolve("password"), "secret");
        Files.writeString(home.resolve("known-hosts"), nordwind.knownHost());
        log = new ReceiptLog(URI.create("http://127.0.0.1:" + port + "/as2"));
        documents = CrashDocument.make(messages);
        settings.putAll(CrashRoutes.settings(home, acme.url(), erp.url(), nordwind.port()));
        gateway = start(Map.of());
        gateway.ready();
        acme.trust(certificate());
    }

    private GatewayProcess start(Map<String, String> more) throws IOException {
        var all = new HashMap<>(settings);
        all.putAll(more);
        return GatewayProcess.start(
                Path.of(System.getProperty("java.home"), "bin/java"), data, port, all);
    }

    void run(int wanted, long seed) throws Exception {
        var random = new Random(seed);
        for (int i = 0; i < 4; i++) {
            senders.execute(this::send);
        }
        paused = false;
        // Two of three lives end at the next failpoint that was not hit yet, the third at a random
        // moment.
        var left = new ArrayDeque<>(List.of(Failpoint.values()));
        left.remove(Failpoint.SWEPT);
        for (int round = 0; kills < wanted; round++) {
            die(random, round % 3 == 0);
            if (armedPoint != null && !hit.contains(armedPoint)) {
                left.addLast(armedPoint);
            }
            armedPoint = round % 3 == 2 || left.isEmpty() ? null : left.removeFirst();
            gateway =
                    start(
                            armedPoint == null
                                    ? Map.of()
                                    : Map.of(
                                            "retrogate.failpoint",
                                            armedPoint + ":" + (1 + random.nextInt(4))));
            gateway.ready();
        }
        if (!gateway.alive() || armedPoint != null) {
            gateway.kill();
            gateway = start(Map.of());
            gateway.ready();
        }
        Awaitility.await()
                .atMost(Duration.ofMinutes(8))
                .until(() -> next.get() >= documents.size());
    }

    /** Waits for the failpoint, or for a random moment; in both cases something is in flight. */
    private void die(Random random, boolean postgresToo) throws Exception {
        long moment =
                System.nanoTime()
                        + TimeUnit.MILLISECONDS.toNanos(
                                armedPoint == null ? 1000 + random.nextInt(4000) : 12_000);
        while (gateway.alive() && System.nanoTime() < moment) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        boolean work = inFlight() > 0;
        if (!gateway.alive() && armedPoint != null && gateway.exitCode() == 137) {
            hit.add(armedPoint);
        }
        gateway.kill();
        if (work) {
            kills++;
        }
        if (postgresToo) {
            GatewayProcess.killPostgres(data);
            postgresKills++;
        }
        System.out.printf(
                "crash: kill %d%s%s, sent %d, effects %d%n",
                kills,
                armedPoint == null ? "" : " at " + armedPoint,
                postgresToo ? " with PostgreSQL" : "",
                next.get(),
                erp.effects.size());
    }

    private int inFlight() {
        return Math.min(next.get(), documents.size())
                - Set.copyOf(erp.effects.values()).size()
                + (next.get() < documents.size() ? 1 : 0);
    }

    /**
     * Sends at a modest pace, so that the run outlasts all kills, and resends what has no receipt.
     */
    private void send() {
        for (int i = next.getAndIncrement();
                i < documents.size() && !ended;
                i = next.getAndIncrement()) {
            var document = documents.get(i);
            if (document.overAs2()) {
                var id = "<" + document.number() + "@acme.example>";
                while (!ended && !receipt(document, id)) {
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(300));
                }
            } else {
                nordwind.offer(document.number() + ".edi", document.bytes());
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(250));
        }
    }

    private boolean receipt(CrashDocument document, String id) {
        var outcome = acme.send(log.url(), document.bytes(), document.number(), id);
        if (outcome.state() == As2Outcome.State.RECEIPT_VERIFIED) {
            receipted.add(document.number());
            return true;
        }
        return false;
    }

    void awaitQuiet(Duration patience) {
        Awaitility.await()
                .atMost(patience)
                .pollInterval(Duration.ofSeconds(1))
                .until(
                        () ->
                                notAcknowledged().isEmpty()
                                        && erp.effects.size() >= documents.size()
                                        && ledger.open() == 0);
    }

    List<String> documents() {
        return documents.stream().map(CrashDocument::number).toList();
    }

    List<String> notAcknowledged() {
        return documents.stream()
                .filter(
                        d ->
                                d.overAs2()
                                        ? !receipted.contains(d.number())
                                        : !nordwind.taken(d.number() + ".edi"))
                .map(CrashDocument::number)
                .toList();
    }

    /** One answer for each group or interchange, as the partners received them. */
    void checkAcknowledgements() {
        var groups = first(AK1, acme.received());
        var interchanges = first(UCI, nordwind.received());
        long as2 = documents.stream().filter(CrashDocument::overAs2).count();
        assertThat(Set.copyOf(groups)).as("997 for each group").hasSize((int) as2);
        assertThat(Set.copyOf(interchanges))
                .as("CONTRL for each interchange")
                .hasSize(documents.size() - (int) as2);
        assertThat(interchanges).doesNotHaveDuplicates();
    }

    private static List<String> first(Pattern pattern, List<String> texts) {
        return texts.stream()
                .map(pattern::matcher)
                .filter(java.util.regex.Matcher::find)
                .map(found -> found.group(1))
                .toList();
    }

    void checkLedger() throws IOException, SQLException {
        ledger.check(documents.size());
    }

    int kills() {
        return kills;
    }

    int postgresKills() {
        return postgresKills;
    }

    Set<Failpoint> hit() {
        return hit;
    }

    long replayed() {
        return log.receipts().values().stream().filter(bodies -> bodies.size() > 1).count();
    }

    private X509Certificate certificate() throws Exception {
        try (var in = Files.newInputStream(data.resolve("keys/RETROGATE.pem"))) {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws Exception {
        ended = true;
        senders.shutdownNow();
        gateway.close();
        acme.close();
        nordwind.close();
        erp.close();
        log.close();
    }
}
