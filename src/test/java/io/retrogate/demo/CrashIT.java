package io.retrogate.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.ledger.Failpoint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Kills the gateway, and every third time its database too, while messages pass; then joins what
 * the partners sent with what the ERP got.
 */
@Timeout(1800)
class CrashIT {

    private static final int MESSAGES = Integer.getInteger("crash.messages", 1000);
    private static final int KILLS = Integer.getInteger("crash.kills", 25);
    private static final long SEED = Long.getLong("crash.seed", 20261123);

    @Test
    void losesNothingAndDoublesNothing() throws Exception {
        var folder = Files.createDirectories(folder("crash"));
        try (var scene = new CrashScene(folder, MESSAGES)) {
            scene.open();
            scene.traffic.release(MESSAGES);
            scene.gateway().kill();
            scene.die(KILLS, SEED);
            scene.awaitQuiet(Duration.ofMinutes(8));
            System.out.println("crash: uploads that failed: " + scene.ledger.details("DLV-0%"));
            scene.check();

            System.out.printf(
                    "crash: %d messages, %d kills with work in flight, %d of PostgreSQL too,"
                            + " %d receipts replayed, %d deliveries held; failpoints hit: %s%n",
                    MESSAGES,
                    scene.kills(),
                    scene.postgresKills(),
                    scene.traffic.replayed(),
                    scene.ledger.held(),
                    scene.hit());
            assertThat(scene.kills()).isGreaterThanOrEqualTo(KILLS);
            assertThat(scene.postgresKills()).isPositive();
            assertThat(scene.traffic.replayed()).isPositive();
            if (KILLS >= Failpoint.values().length) {
                assertThat(scene.hit()).containsExactly(Failpoint.values());
                assertThat(scene.postgresKills()).isGreaterThanOrEqualTo(KILLS / 3);
            }
        }
    }

    static Path folder(String name) {
        var id = name + "-" + ProcessHandle.current().pid();
        return Path.of("target", id).toAbsolutePath();
    }
}
