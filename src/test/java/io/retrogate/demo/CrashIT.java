package io.retrogate.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.ledger.Failpoint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Kills the gateway, and every third time its database, while messages pass; then joins what the
 * partners sent with what the ERP got. Half of the kills happen at an armed failpoint, the others
 * at seeded random moments; one counts only with work in flight.
 */
@Timeout(1500)
class CrashIT {

    private static final int MESSAGES = Integer.getInteger("crash.messages", 60);
    private static final int KILLS = Integer.getInteger("crash.kills", 4);
    private static final long SEED = Long.getLong("crash.seed", 20261123);

    @Test
    void losesNothingAndDoublesNothing() throws Exception {
        var folder =
                Files.createDirectories(Path.of("target/crash-" + ProcessHandle.current().pid()));
        try (var scene = new CrashScene(folder.toAbsolutePath(), MESSAGES)) {
            scene.run(KILLS, SEED);
            scene.awaitQuiet(Duration.ofMinutes(4));

            var sent = scene.documents();
            assertThat(sent).hasSize(MESSAGES);
            assertThat(scene.notAcknowledged()).as("sent and never receipted").isEmpty();
            assertThat(List.copyOf(scene.erp.effects.values()))
                    .as("each document had its effect exactly once")
                    .containsExactlyInAnyOrderElementsOf(sent);
            assertThat(scene.log.receipts().values())
                    .as("one Message-ID, one receipt, byte for byte")
                    .allSatisfy(bodies -> assertThat(Set.copyOf(bodies)).hasSize(1));
            scene.checkAcknowledgements();
            scene.checkLedger();
            assertThat(scene.kills()).isGreaterThanOrEqualTo(KILLS);
            assertThat(scene.postgresKills()).isGreaterThanOrEqualTo(KILLS / 3);
            System.out.printf(
                    "crash: %d messages, %d kills with work in flight, %d of PostgreSQL too,"
                            + " %d receipts replayed; failpoints hit: %s%n",
                    MESSAGES,
                    scene.kills(),
                    scene.postgresKills(),
                    scene.replayed(),
                    scene.hit().stream().map(Failpoint::name).collect(Collectors.joining(" ")));
            if (KILLS >= Failpoint.values().length) {
                assertThat(scene.hit()).hasSizeGreaterThanOrEqualTo(Failpoint.values().length - 1);
            }
        }
    }
}
