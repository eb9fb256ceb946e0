package io.retrogate.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.ledger.Failpoint;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.util.FileSystemUtils;

/** A death at each step in turn, and after each a life that makes everything good. */
@Timeout(1500)
class FailpointIT {

    /** Seven over AS2 and one over SFTP, for every step. */
    private static final int MESSAGES = 8;

    private static final int KILLED = 137;

    @Test
    void makesGoodADeathAtEachStep() throws Exception {
        var steps = steps();
        var folder = Files.createDirectories(CrashIT.folder("failpoints"));
        try (var scene = new CrashScene(folder, MESSAGES * steps.size())) {
            scene.open();
            for (var step : steps) {
                scene.gateway().kill();
                scene.traffic.release(MESSAGES);
                if (step == Failpoint.SWEPT) {
                    loseTheBroker(scene);
                }
                die(scene, step);
                scene.live(CrashScene.thisJava(), null);
                scene.awaitQuiet(Duration.ofMinutes(2));
                scene.check();
                System.out.println("failpoints: made good " + step);
            }
        }
    }

    /** All of them, or those of {@code -Dcrash.failpoints=SWEPT,SETTLED}. */
    private static List<Failpoint> steps() {
        var wanted = System.getProperty("crash.failpoints", "");
        return wanted.isEmpty()
                ? List.of(Failpoint.values())
                : Stream.of(wanted.split(",")).map(Failpoint::valueOf).toList();
    }

    /** Otherwise nothing would be stuck, and the sweeper would have nothing to do. */
    private static void loseTheBroker(CrashScene scene) throws Exception {
        die(scene, Failpoint.OUTBOX_SENT);
        assertThat(scene.ledger.handedOver()).as("work in the broker alone").isPositive();
        assertThat(FileSystemUtils.deleteRecursively(scene.data().resolve("broker"))).isTrue();
    }

    private static void die(CrashScene scene, Failpoint step) throws Exception {
        scene.live(CrashScene.thisJava(), step + ":1");
        Awaitility.await()
                .alias("death at " + step)
                .atMost(Duration.ofSeconds(60))
                .until(() -> !scene.gateway().alive());
        assertThat(scene.gateway().exitCode()).isEqualTo(KILLED);
    }
}
