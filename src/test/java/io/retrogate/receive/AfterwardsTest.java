package io.retrogate.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.retrogate.ledger.Acceptance.Outcome;
import io.retrogate.ledger.Arrival;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Which files of a partner's folder come, and what becomes of them there. */
@Timeout(60)
class AfterwardsTest {

    private static final String WHOLE =
            "UNB+UNOC:3+4098765000003:14+4012345000009:14+261123:1200+77'UNZ+0+77'";

    @TempDir Path directory;
    private SftpScene scene;

    @BeforeEach
    void start() throws Exception {
        scene = new SftpScene(directory);
    }

    @AfterEach
    void stop() throws Exception {
        scene.close();
    }

    private static String number(int number) {
        return WHOLE.replace("77", String.valueOf(number));
    }

    private Path out(String path) {
        return scene.peer.out().resolve(path);
    }

    /** A file that comes after all others have been looked at. */
    private void awaitAnother(String name, String text) throws Exception {
        scene.offer(name, text);
        await().until(() -> scene.notes.accepted.stream().anyMatch(a -> isNamed(a, name)));
    }

    private static boolean isNamed(Arrival arrival, String name) {
        return arrival.messageId().equals(name);
    }

    @Test
    void deletesAFileThatIsOurs() throws Exception {
        scene.offer("a.edi", number(1));
        scene.poll("nordwind-receive", "out", "after", "delete");

        await().until(() -> Files.notExists(out("a.edi")));

        assertThat(scene.notes.accepted).hasSize(1);
        assertThat(out("done")).doesNotExist();
    }

    @Test
    void deletesNothingBeforeTheCommit() throws Exception {
        scene.notes.refusedName = "a.edi";
        scene.offer("a.edi", number(1));
        scene.offer("b.edi", number(2));
        scene.poll("nordwind-receive", "out", "after", "delete");
        await().until(() -> Files.notExists(out("b.edi")));
        assertThat(out("a.edi")).exists();
        scene.notes.refusedName = "";
        await().until(() -> Files.notExists(out("a.edi")));
    }

    @Test
    void takesAKeptFileOnceOverRestarts() throws Exception {
        scene.offer("a.edi", number(1));
        scene.poll("nordwind-receive", "out", "after", "keep");
        awaitAnother("b.edi", number(2));
        scene.restart();
        scene.poll("nordwind-receive", "out", "after", "keep", "delay", "60");
        awaitAnother("c.edi", number(3));

        assertThat(scene.notes.outcomes).containsExactly(Outcome.NEW, Outcome.NEW, Outcome.NEW);
        assertThat(out("a.edi")).hasContent(number(1));
        assertThat(out("c.edi")).exists();
    }

    @Test
    void takesAKeptFileAgainWhenItsContentChanges() throws Exception {
        scene.offer("a.edi", number(1));
        scene.poll("nordwind-receive", "out", "after", "keep");
        await().until(() -> scene.notes.accepted.size() == 1);
        scene.offer("a.edi", number(100));
        await().until(() -> scene.notes.accepted.size() == 2);
        assertThat(scene.notes.accepted.get(1).size()).isEqualTo(number(100).length());
    }

    @Test
    void doesNoHarmWhenTheMemoryIsLost() throws Exception {
        scene.offer("a.edi", number(1));
        scene.poll("nordwind-receive", "out", "after", "keep");
        await().until(() -> scene.notes.accepted.size() == 1);
        try (var memory = Files.list(scene.work.resolve("spool/received/kept"))) {
            for (Path file : memory.toList()) {
                Files.delete(file);
            }
        }
        scene.restart();
        scene.poll("nordwind-receive", "out", "after", "keep");
        await().until(() -> scene.notes.outcomes.contains(Outcome.DUPLICATE));
        assertThat(scene.notes.accepted).hasSize(1);
    }

    @Test
    void takesOtherContentUnderTheSameNameAndReplacesNothing() throws Exception {
        scene.offer("a.edi", number(1));
        scene.poll("nordwind-receive", "out");
        await().until(() -> Files.exists(out("done/a.edi")));
        scene.offer("a.edi", number(2));
        await().until(() -> Files.notExists(out("a.edi")));
        assertThat(scene.notes.accepted).hasSize(2);
        assertThat(out("done/a.edi")).hasContent(number(1));
        try (var done = Files.list(out("done"))) {
            assertThat(done.filter(f -> f.getFileName().toString().matches("a-\\d+T\\d+Z\\.edi")))
                    .singleElement()
                    .satisfies(file -> assertThat(file).hasContent(number(2)));
        }
    }

    @Test
    void takesTheSameContentUnderTwoNamesOnceAndIsDoneWithBoth() throws Exception {
        scene.offer("a.edi", number(1));
        scene.offer("b.edi", number(1));
        scene.poll("nordwind-receive", "out");
        await().until(() -> Files.exists(out("done/a.edi")) && Files.exists(out("done/b.edi")));
        assertThat(scene.notes.accepted).hasSize(1);
    }

    @Test
    void takesOnlyWhatThePatternsSay() throws Exception {
        scene.offer("a.txt", number(1));
        scene.offer("test-b.edi", number(2));
        scene.offer("c.edi.part", number(3));
        scene.offer(".d.edi", number(4));
        scene.poll("nordwind-receive", "out", "include", "*.edi *.{x12,part}", "exclude", "test-*");
        awaitAnother("z.x12", number(9));
        awaitAnother("z.edi", number(10));
        assertThat(scene.notes.accepted)
                .extracting(Arrival::messageId)
                .containsExactly("z.x12", "z.edi");
    }

    @Test
    void looksIntoNestedFoldersOnlyIfToldTo() throws Exception {
        scene.offer("2026/11/a.edi", number(1));
        scene.poll("nordwind-receive", "out");
        awaitAnother("b.edi", number(2));
        assertThat(scene.notes.accepted).hasSize(1);
        scene.restart();
        scene.poll("nordwind-receive", "out", "nested", "true", "done", "taken/here");
        await().until(() -> Files.exists(out("2026/11/taken/here/a.edi")));
        scene.offer("2026/a.edi", number(3));
        await().until(() -> Files.exists(out("2026/taken/here/a.edi")));
        assertThat(scene.notes.outcomes).hasSize(4);
        assertThat(scene.notes.accepted)
                .extracting(Arrival::messageId)
                .containsExactly("b.edi", "2026/11/a.edi", "2026/a.edi");
    }

    @Test
    void asksTwoFoldersOfOnePartnerEachInItsWay() throws Exception {
        scene.offer("a.edi", number(1));
        Files.writeString(scene.peer.in().resolve("a.edi"), number(2));
        scene.poll("nordwind-receive", "out", "after", "delete");
        scene.poll("nordwind-receive-more", "in", "after", "keep");
        await().until(() -> scene.notes.accepted.size() == 2 && Files.notExists(out("a.edi")));
        assertThat(scene.peer.in().resolve("a.edi")).hasContent(number(2));
    }
}
