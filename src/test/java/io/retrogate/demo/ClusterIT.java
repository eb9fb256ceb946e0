package io.retrogate.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Kills one node or the other, and the broker, while messages pass through both. */
@Timeout(900)
class ClusterIT {

    private static final int MESSAGES = Integer.getInteger("cluster.messages", 200);
    private static final int KILLS = Integer.getInteger("cluster.kills", 6);
    private static final long SEED = Long.getLong("cluster.seed", 20261130);

    @Test
    void losesNothingAndDoublesNothing() throws Exception {
        assumeThat(Haproxy.installed()).as("Debian's haproxy").isTrue();
        var random = new Random(SEED);
        try (var scene = new ClusterScene(ClusterScene.folder("cluster"), MESSAGES)) {
            scene.open();
            int each = MESSAGES / KILLS;
            for (int kill = 1; kill <= KILLS; kill++) {
                scene.traffic.release(kill == KILLS ? MESSAGES - each * (KILLS - 1) : each);
                scene.awaitWork();
                int node = random.nextInt(2);
                int open = scene.traffic.inFlight().size();
                assertThat(open).as("work in flight").isPositive();
                if (kill % 3 == 0) {
                    scene.broker().killAndStartAgain();
                } else {
                    scene.node(node).kill();
                    scene.live(node);
                }
                System.out.printf(
                        "cluster: kill %d of %s, sent %d, in flight %d%n",
                        kill,
                        kill % 3 == 0 ? "the broker" : "node " + node,
                        scene.traffic.sent(),
                        open);
            }
            scene.awaitQuiet(Duration.ofMinutes(5));
            scene.traffic.check();
            scene.ledger.check(scene.traffic.messages());
            assertThat(scene.ledger.delivered("threepl"))
                    .isEqualTo(scene.traffic.numbers().size() - scene.ledger.held());
        }
    }
}
