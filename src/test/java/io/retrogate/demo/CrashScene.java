package io.retrogate.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.ledger.Failpoint;
import io.retrogate.partner.SelfSigned;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A gateway that dies again and again, with traffic around it. */
final class CrashScene implements AutoCloseable {

    private static final int KILLED = 137;

    final CrashTraffic traffic;
    final CrashLedger ledger;

    private final Path data;
    private final int port = GatewayProcess.freePort();
    private final Map<String, String> settings;
    private final Set<Failpoint> hit = EnumSet.noneOf(Failpoint.class);
    private @Nullable GatewayProcess gateway;
    private int kills;
    private int postgresKills;

    CrashScene(Path home, int messages) throws Exception {
        data = home.resolve("data");
        ledger = new CrashLedger(data);
        var now = Clock.systemUTC().instant();
        var identity = SelfSigned.make("acme", 2048, now, new SecureRandom());
        CrashRoutes.write(home, identity, "erp", "threepl");
        var as2 = URI.create("http://127.0.0.1:" + port + "/as2");
        traffic = new CrashTraffic(home, identity, as2, messages);
        settings =
                new HashMap<>(
                        CrashRoutes.settings(
                                home,
                                traffic.acme.url(),
                                traffic.erp.url(),
                                traffic.nordwind.port()));
        settings.put("retrogate.demo.threepl.url", traffic.threepl.url().toString());
        settings.put("retrogate.settle.instalment", "2");
    }

    static Path thisJava() {
        return Path.of(System.getProperty("java.home"), "bin/java");
    }

    /** Starts the gateway; with a failpoint it may die before it is ready. */
    void live(Path java, @Nullable String failpoint) throws IOException {
        var all = new HashMap<>(settings);
        if (failpoint != null) {
            all.put("retrogate.failpoint", failpoint);
        }
        gateway = GatewayProcess.start(java, data, port, all);
        gateway.ready();
    }

    void open() throws Exception {
        live(thisJava(), null);
        traffic.start(gateway().certificate());
    }

    GatewayProcess gateway() {
        return java.util.Objects.requireNonNull(gateway);
    }

    /**
     * Two of three lives end at the next failpoint that was not hit yet, the third at a random
     * moment; every third death takes PostgreSQL along. Goes on until there were enough deaths with
     * work in flight and, if there is time for all, every failpoint was hit.
     */
    void die(int wanted, long seed) throws Exception {
        var random = new Random(seed);
        var left = new ArrayDeque<>(List.of(Failpoint.values()));
        boolean all = wanted >= left.size();
        for (int round = 1; kills < wanted || (all && !left.isEmpty()); round++) {
            var point = round % 3 == 0 || left.isEmpty() ? null : left.removeFirst();
            live(thisJava(), point == null ? null : point + ":" + (1 + random.nextInt(3)));
            dieOnce(point, random, round % 3 == 1);
            if (point != null && !hit.contains(point)) {
                left.addLast(point);
            }
        }
        live(thisJava(), null);
    }

    private void dieOnce(@Nullable Failpoint point, Random random, boolean postgresToo)
            throws Exception {
        waitUntilDead(point == null ? 1000 + random.nextInt(4000) : 10_000);
        var open = traffic.inFlight();
        if (point != null && !gateway().alive() && gateway().exitCode() == KILLED) {
            hit.add(point);
        }
        if (postgresToo && random.nextBoolean()) {
            // The gateway first loses its database, and a moment later its life.
            GatewayProcess.killPostgres(data);
            waitUntilDead(random.nextInt(800));
        }
        gateway().kill();
        if (postgresToo) {
            GatewayProcess.killPostgres(data);
        }
        if (!open.isEmpty()) {
            kills++;
            postgresKills += postgresToo ? 1 : 0;
        }
        System.out.printf(
                "crash: kill %d%s%s, sent %d, in flight %d%n",
                kills,
                point == null ? "" : hit.contains(point) ? " at " + point : " missed " + point,
                postgresToo ? " with PostgreSQL" : "",
                traffic.sent(),
                open.size());
    }

    private void waitUntilDead(long millis) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (gateway().alive() && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    void awaitQuiet(Duration patience) {
        Awaitility.await()
                .atMost(patience)
                .pollInterval(Duration.ofSeconds(1))
                .until(
                        () ->
                                traffic.allSent()
                                        && traffic.inFlight().isEmpty()
                                        && ledger.open() == 0);
    }

    void check() throws Exception {
        traffic.check();
        ledger.check(traffic.messages());
        assertThat(ledger.delivered("threepl"))
                .as("what the 3PL got, or a person has to look at")
                .isLessThanOrEqualTo(traffic.threepl.posts.size())
                .isEqualTo(traffic.numbers().size() - ledger.held());
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

    Path data() {
        return data;
    }

    @Override
    public void close() throws Exception {
        try {
            if (gateway != null) {
                gateway.close();
            }
        } finally {
            traffic.close();
        }
    }
}
