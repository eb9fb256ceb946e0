package io.retrogate.archive;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrogate.edi.GatewayException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What one small message has is kept at the price of one file. */
@Timeout(30)
class FileBundleTest {

    private static final String ABC =
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir Path directory;
    private final RecordingDisk disk = new RecordingDisk();

    @Test
    void keepsABundleWithTwoSyncsAndNothingOfItBefore() throws Exception {
        var archive = new FileArchive(directory, disk);
        disk.forget();

        var bundle = archive.bundle();
        var wire = bundle.store(text("abc"));
        var document = bundle.store(text("defg"));
        assertThat(disk.steps()).isEmpty();
        assertThat(read(bundle, wire)).isEqualTo("abc");
        bundle.keep();

        var name = Path.of(wire.address().value().split("@")[0]);
        assertThat(disk.steps())
                .containsExactly(
                        "create " + name.getFileName(),
                        "sync file-of-7",
                        "syncDirectory " + directory.getFileName(),
                        "rename " + name.getFileName(),
                        "syncDirectory " + name.getParent());
        assertThat(wire.sha256()).isEqualTo(ABC);
        assertThat(document.size()).isEqualTo(4);
        var again = Archive.inDirectory(directory);
        assertThat(read(again, wire)).isEqualTo("abc");
        assertThat(read(again, document)).isEqualTo("defg");
    }

    @Test
    void letsNothingLargeOfABundleWaitInMemory() throws Exception {
        var archive = new FileArchive(directory, disk);
        var bytes = new byte[300_001];
        new Random(7).nextBytes(bytes);

        var bundle = archive.bundle();
        var small = bundle.store(text("abc"));
        var large = bundle.store(new ByteArrayInputStream(bytes));
        assertThat(disk.steps()).contains("sync file-of-300001");
        bundle.keep();

        assertThat(archive.open(large.address()).open().readAllBytes()).isEqualTo(bytes);
        assertThat(read(archive, small)).isEqualTo("abc");
    }

    @Test
    void leavesNothingOfABundleThatTheDiskRefuses() throws Exception {
        var archive = new FileArchive(directory, disk);
        var bundle = archive.bundle();
        var wire = bundle.store(text("abc"));
        disk.refuse("sync");

        assertThatThrownBy(bundle::keep)
                .isInstanceOf(GatewayException.class)
                .hasMessageContaining("ARC-001");

        assertThatThrownBy(() -> archive.open(wire.address()).open())
                .hasMessageContaining("ARC-002");
    }

    private static String read(Archive archive, Archived one) throws IOException {
        try (var in = archive.open(one.address()).open()) {
            return new String(in.readAllBytes(), US_ASCII);
        }
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(US_ASCII));
    }
}
