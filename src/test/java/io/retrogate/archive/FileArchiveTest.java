package io.retrogate.archive;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrogate.edi.GatewayException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class FileArchiveTest {

    private static final String ABC =
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir Path directory;
    private final RecordingDisk disk = new RecordingDisk();

    @Test
    void keepsTheBytesWithTheirHashAndSize() throws Exception {
        var bytes = new byte[300_001];
        new Random(7).nextBytes(bytes);
        var archive = Archive.inDirectory(directory);

        var large = archive.store(new ByteArrayInputStream(bytes));
        var small = archive.store(text("abc"));

        assertThat(large.size()).isEqualTo(300_001);
        try (var kept = archive.open(large.address()).open()) {
            assertThat(kept.readAllBytes()).isEqualTo(bytes);
        }
        assertThat(small.sha256()).isEqualTo(ABC);
        assertThat(archive.open(small.address()).size()).isEqualTo(3);
    }

    @Test
    void findsTheBytesAgainAfterARestart() throws Exception {
        var kept = Archive.inDirectory(directory).store(text("abc"));

        try (var bytes = Archive.inDirectory(directory).open(kept.address()).open()) {
            assertThat(bytes.readAllBytes()).asString(StandardCharsets.US_ASCII).isEqualTo("abc");
        }
    }

    @Test
    void neverSharesAnAddress() throws Exception {
        var archive = Archive.inDirectory(directory);

        assertThat(archive.store(text("abc")).address())
                .isNotEqualTo(archive.store(text("abc")).address());
    }

    @Test
    void keepsManyAtTheCostOfOneAndGivesBackEach() throws Exception {
        var archive = new FileArchive(directory, disk);
        disk.forget();

        var addresses = archive.storeAll(List.of(bytes("abc"), bytes(""), bytes("defg")));

        assertThat(disk.steps()).filteredOn(step -> step.startsWith("sync file")).hasSize(1);
        var again = Archive.inDirectory(directory);
        var kept = new ArrayList<String>();
        for (var address : addresses) {
            assertThat(again.open(address).size())
                    .isEqualTo(again.open(address).open().readAllBytes().length);
            kept.add(new String(again.open(address).open().readAllBytes(), US_ASCII));
        }
        assertThat(kept).containsExactly("abc", "", "defg");
        assertThat(addresses).doesNotHaveDuplicates();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(US_ASCII);
    }

    @Test
    void syncsTheFileBeforeItsNameAndTheNameBeforeItReturns() throws Exception {
        var archive = new FileArchive(directory, disk);
        disk.forget();

        var name = Path.of(archive.store(text("abc")).address().value());

        assertThat(disk.steps())
                .containsExactly(
                        "create " + name.getFileName(),
                        "sync file-of-3",
                        "syncDirectory " + directory.getFileName(),
                        "rename " + name.getFileName(),
                        "syncDirectory " + name.getParent());
    }

    @Test
    void syncsTheNameOfEachDirectoryItMakes() {
        new FileArchive(directory.resolve("data/archive"), disk);

        assertThat(disk.steps())
                .containsExactly(
                        "syncDirectory " + directory.getFileName(),
                        "syncDirectory data",
                        "syncDirectory archive");
    }

    @ParameterizedTest
    @ValueSource(strings = {"create", "sync", "rename", "syncDirectory"})
    void saysSoWhenTheDiskRefusesAndLeavesNothing(String step) throws Exception {
        var archive = new FileArchive(directory, disk);
        disk.refuse(step);

        assertThatThrownBy(() -> archive.store(text("abc")))
                .isInstanceOfSatisfying(
                        GatewayException.class, e -> assertThat(e.code().id()).isEqualTo("ARC-001"))
                .hasRootCauseMessage("refused: " + step);
        assertThat(files()).isEmpty();
    }

    @Test
    void leavesNothingWhenTheNameCannotBeMadeDurable() throws Exception {
        var archive = new FileArchive(directory, new SecondSyncRefusingDisk(disk));

        assertThatThrownBy(() -> archive.store(text("abc"))).isInstanceOf(GatewayException.class);
        assertThat(disk.steps()).anyMatch(step -> step.startsWith("rename"));
        assertThat(files()).isEmpty();
    }

    @Test
    void passesOnThatTheSourceBrokeAndKeepsNothing() throws Exception {
        var archive = Archive.inDirectory(directory);
        var broken =
                new InputStream() {
                    private int left = 100_000;

                    @Override
                    public int read() throws IOException {
                        if (left-- == 0) {
                            throw new IOException("the partner hung up");
                        }
                        return 'x';
                    }

                    @Override
                    public int read(byte[] into, int from, int length) throws IOException {
                        into[from] = (byte) read();
                        return 1;
                    }
                };

        assertThatThrownBy(() -> archive.store(broken))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("the partner hung up");
        assertThat(files()).isEmpty();
    }

    @Test
    void cleansWhatACrashLeftHalfWrittenAndNothingElse() throws Exception {
        var kept = Archive.inDirectory(directory).store(text("abc"));
        Files.writeString(directory.resolve("unfinished").resolve("torn"), "IS");

        Archive.inDirectory(directory);

        assertThat(files()).containsExactly(directory.resolve(kept.address().value()));
    }

    @Test
    void leavesAloneWhatAnotherNodeIsWriting() throws Exception {
        Archive.inDirectory(directory, "left");
        var writing = directory.resolve("unfinished-left/torn");
        Files.writeString(writing, "IS");

        Archive.inDirectory(directory, "right");
        Archive.inDirectory(directory);

        assertThat(writing).exists();
        Archive.inDirectory(directory, "left");
        assertThat(writing).doesNotExist();
    }

    @Test
    void saysWhichBytesAreGone() {
        var archive = Archive.inDirectory(directory);
        var gone = archive.open(new ArchiveAddress("aa/" + new UUID(1, 2)));
        var outside = new ArchiveAddress("../../etc/passwd");

        assertThatThrownBy(gone::open).hasMessageContaining("ARC-002");
        assertThatThrownBy(gone::size).hasMessageContaining("ARC-002");
        assertThatThrownBy(() -> archive.open(outside)).hasMessageContaining("ARC-002");
    }

    /** Refuses to sync a directory of contents, after the rename into it. */
    private record SecondSyncRefusingDisk(RecordingDisk disk) implements Disk {

        @Override
        public java.nio.channels.FileChannel create(Path file) throws IOException {
            return disk.create(file);
        }

        @Override
        public void sync(java.nio.channels.FileChannel file) throws IOException {
            disk.sync(file);
        }

        @Override
        public void rename(Path from, Path to) throws IOException {
            disk.rename(from, to);
            disk.refuse("syncDirectory");
        }

        @Override
        public void syncDirectory(Path at) throws IOException {
            disk.syncDirectory(at);
        }

        @Override
        public void delete(Path file) throws IOException {
            disk.delete(file);
        }
    }

    private List<Path> files() throws IOException {
        try (var files = Files.walk(directory)) {
            return Arrays.asList(files.filter(Files::isRegularFile).toArray(Path[]::new));
        }
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
    }
}
