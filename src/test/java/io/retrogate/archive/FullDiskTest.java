package io.retrogate.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.retrogate.edi.GatewayException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** On a file system of one mebibyte; needs the right to mount, and says so when it has none. */
@Timeout(30)
class FullDiskTest {

    @TempDir Path mount;
    private boolean mounted;

    @BeforeEach
    void mountSmallDisk() throws Exception {
        mounted = run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", mount.toString());
        assumeTrue(mounted, "skipped: this user may not mount a tmpfs");
    }

    @AfterEach
    void unmount() throws Exception {
        if (mounted) {
            assertThat(run("umount", mount.toString())).isTrue();
        }
    }

    @Test
    void refusesWhatDoesNotFitAndTakesWhatDoes() throws Exception {
        var archive = Archive.inDirectory(mount.resolve("archive"));

        assertThatThrownBy(() -> archive.store(zeroes(2_000_000)))
                .isInstanceOfSatisfying(
                        GatewayException.class,
                        e -> assertThat(e.code()).isEqualTo(ArchiveProblem.CANNOT_KEEP))
                .hasRootCauseMessage("No space left on device");
        try (var files = Files.walk(mount)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
        assertThat(archive.store(zeroes(500_000)).size()).isEqualTo(500_000);
    }

    private static ByteArrayInputStream zeroes(int count) {
        return new ByteArrayInputStream(new byte[count]);
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        var process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    }
}
