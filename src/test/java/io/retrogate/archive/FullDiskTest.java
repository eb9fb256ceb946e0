package io.retrogate.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.retrogate.edi.GatewayException;
import io.retrogate.peer.SmallDisk;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** On a file system of one mebibyte; needs the right to mount, and says so when it has none. */
@Timeout(30)
class FullDiskTest {

    @TempDir Path mount;
    private SmallDisk disk;

    @BeforeEach
    void mountSmallDisk() throws Exception {
        disk = new SmallDisk(mount, "1m");
        disk.mount();
        assumeTrue(disk.mounted(), "skipped: this user may not mount a tmpfs");
    }

    @AfterEach
    void unmount() throws Exception {
        disk.close();
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
}
