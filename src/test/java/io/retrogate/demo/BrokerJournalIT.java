package io.retrogate.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.FileSystemUtils;

/** A gateway that died right after the broker took work, and starts again: with and without it. */
@Timeout(600)
class BrokerJournalIT {

    @Test
    void losesNothingWhenTheJournalIsDeleted() throws Exception {
        try (var scene = dead("journal-deleted")) {
            assertThat(FileSystemUtils.deleteRecursively(scene.data().resolve("broker"))).isTrue();
            scene.live(CrashScene.thisJava(), null);
            scene.awaitQuiet(Duration.ofMinutes(3));
            scene.check();
        }
    }

    @ParameterizedTest
    @MethodSource("installed")
    void startsWithMessagesInTheJournal(Path java) throws Exception {
        try (var scene = dead("journal-kept-" + java.getName(java.getNameCount() - 3))) {
            scene.live(java, null);
            assertThat(scene.gateway().alive()).isTrue();
            scene.awaitQuiet(Duration.ofMinutes(3));
            scene.check();
        }
    }

    /** Died with transmissions that the ledger calls handed over and nobody has taken. */
    private static CrashScene dead(String name) throws Exception {
        var scene = new CrashScene(Files.createDirectories(CrashIT.folder(name)), 12);
        try {
            scene.open();
            scene.traffic.release(12);
            scene.gateway().kill();
            scene.live(CrashScene.thisJava(), "OUTBOX_SENT:2");
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> !scene.gateway().alive());
            assertThat(scene.gateway().exitCode()).isEqualTo(137);
            assertThat(scene.ledger.handedOver()).as("work in the broker alone").isPositive();
            return scene;
        } catch (Exception | AssertionError e) {
            scene.close();
            throw e;
        }
    }

    /** Every JDK, 17 or newer, that this machine has. */
    static List<Path> installed() throws IOException {
        try (var homes = Files.list(Path.of("/usr/lib/jvm"))) {
            var found =
                    homes.filter(home -> !Files.isSymbolicLink(home))
                            .map(home -> home.resolve("bin/java"))
                            .filter(Files::isExecutable)
                            .sorted(Comparator.naturalOrder())
                            .toList();
            return found.isEmpty() ? List.of(CrashScene.thisJava()) : found;
        }
    }
}
