package io.retrogate.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.ledger.StandalonePostgres;
import io.retrogate.partner.SelfSigned;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * Two nodes of one gateway behind haproxy, on a PostgreSQL and an Artemis that are neither's, with
 * an archive that both write to.
 */
final class ClusterScene implements AutoCloseable {

    private static final List<String> NAMES = List.of("left", "right");

    final CrashTraffic traffic;
    final CrashLedger ledger;

    private final Path home;
    private final StandalonePostgres database;
    private final BrokerProcess broker;
    private final Haproxy balancer;
    private final List<Integer> ports =
            List.of(GatewayProcess.freePort(), GatewayProcess.freePort());
    private final List<@Nullable GatewayProcess> nodes = new ArrayList<>();
    private final Map<String, String> common;

    ClusterScene(Path home, int messages) throws Exception {
        this.home = home;
        database = StandalonePostgres.under(home.resolve("database"));
        broker = BrokerProcess.in(home.resolve("broker"));
        balancer = Haproxy.before(home, ports);
        ledger = new CrashLedger(home.resolve("database"));
        var now = Clock.systemUTC().instant();
        var identity = SelfSigned.make("acme", 2048, now, new SecureRandom());
        CrashRoutes.write(home, identity, "erp", "threepl");
        traffic = new CrashTraffic(home, identity, balancer.as2(), messages);
        common =
                new HashMap<>(
                        CrashRoutes.settings(
                                home,
                                traffic.acme.url(),
                                traffic.erp.url(),
                                traffic.nordwind.port()));
        common.put("retrogate.demo.threepl.url", traffic.threepl.url().toString());
        common.put("retrogate.shared", home.resolve("shared").toString());
        common.put("retrogate.ledger.url", database.url());
        common.put("retrogate.ledger.user", database.user());
        common.put("retrogate.ledger.password-file", database.passwordFile().toString());
        common.put("spring.artemis.mode", "native");
        common.put("spring.artemis.broker-url", broker.url());
        nodes.add(null);
        nodes.add(null);
    }

    void open() throws Exception {
        live(0);
        live(1);
        traffic.start(GatewayProcess.certificate(home.resolve("shared")));
    }

    /** Starts a node, in the directory that it had before. */
    void live(int node) throws Exception {
        var settings = new HashMap<>(common);
        settings.put("retrogate.node", NAMES.get(node));
        var data = home.resolve(NAMES.get(node)).resolve("data");
        var started = GatewayProcess.start(CrashScene.thisJava(), data, ports.get(node), settings);
        nodes.set(node, started);
        started.ready();
    }

    GatewayProcess node(int node) {
        return java.util.Objects.requireNonNull(nodes.get(node));
    }

    BrokerProcess broker() {
        return broker;
    }

    URI as2() {
        return balancer.as2();
    }

    /** Until something is on its way that a death can hit. */
    void awaitWork() {
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> !traffic.inFlight().isEmpty());
    }

    void awaitQuiet(Duration patience) {
        Awaitility.await()
                .atMost(patience)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(
                        () -> {
                            assertThat(traffic.allSent()).as(unsent()).isTrue();
                            assertThat(traffic.inFlight()).isEmpty();
                            assertThat(ledger.open()).isZero();
                        });
    }

    private String unsent() {
        return "sent " + traffic.sent() + ", without receipt " + traffic.notReceipted();
    }

    @Override
    public void close() throws Exception {
        for (var node : nodes) {
            if (node != null) {
                node.kill();
            }
        }
        traffic.close();
        balancer.close();
        broker.close();
        database.close();
    }

    static Path folder(String name) throws Exception {
        return Files.createDirectories(CrashIT.folder(name));
    }
}
