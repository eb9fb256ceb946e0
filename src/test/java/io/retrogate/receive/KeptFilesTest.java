package io.retrogate.receive;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.MovingClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptFilesTest {

    private static final String ONE = "1".repeat(64);
    private static final String TWO = "2".repeat(64);

    @TempDir Path directory;
    private final MovingClock clock = new MovingClock();

    private KeptFiles memory() {
        return new KeptFiles(directory.resolve("kept/memory"), clock);
    }

    @Test
    void knowsAFileBySizeAndTimeAfterARestart() {
        memory().keep("a b/ü.edi", new Sightings.Seen(10, 1000), ONE);

        assertThat(memory().known("a b/ü.edi", 10, 1000)).isTrue();
        assertThat(memory().known("a b/ü.edi", 11, 1000)).isFalse();
        assertThat(memory().known("a b/ü.edi", 10, 1001)).isFalse();
        assertThat(memory().known("other.edi", 10, 1000)).isFalse();
    }

    /** A server tells times by the second: other bytes of the same size may look the same. */
    @Test
    void looksAgainAfterADay() {
        var memory = memory();
        memory.keep("a.edi", new Sightings.Seen(10, 1000), ONE);
        clock.advance(Duration.ofDays(1).minusMillis(1));
        assertThat(memory.known("a.edi", 10, 1000)).isTrue();
        clock.advance(Duration.ofMillis(1));
        assertThat(memory.known("a.edi", 10, 1000)).isFalse();
        assertThat(memory.same("a.edi", ONE)).isTrue();
        assertThat(memory.same("a.edi", TWO)).isFalse();
        memory.keep("a.edi", new Sightings.Seen(10, 1000), ONE);
        assertThat(memory.known("a.edi", 10, 1000)).isTrue();
    }

    @Test
    void forgetsAtMostWhatACrashCutOff() throws Exception {
        memory().keep("a.edi", new Sightings.Seen(10, 1000), ONE);
        Path journal = directory.resolve("kept/memory");
        Files.writeString(journal, TWO + " 12 10", StandardOpenOption.APPEND);
        var memory = memory();
        assertThat(memory.known("a.edi", 10, 1000)).isTrue();
        memory.keep("b.edi", new Sightings.Seen(1, 1), TWO);
        memory.keep("c.edi", new Sightings.Seen(1, 1), TWO);
        assertThat(memory().known("a.edi", 10, 1000)).isTrue();
        assertThat(memory().known("c.edi", 1, 1)).isTrue();
    }

    @Test
    void doesNotGrowForEver() throws Exception {
        var memory = memory();
        for (int i = 0; i < 1010; i++) {
            memory.keep("a.edi", new Sightings.Seen(i, i), ONE);
        }
        assertThat(Files.readAllLines(directory.resolve("kept/memory"))).hasSizeLessThan(20);
        assertThat(memory().known("a.edi", 1009, 1009)).isTrue();
    }
}
