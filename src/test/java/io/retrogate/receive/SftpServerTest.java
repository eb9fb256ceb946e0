package io.retrogate.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.retrogate.ledger.Arrival;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Partners push with OpenSSH's own sftp. */
@Timeout(120)
class SftpServerTest {

    private static final String WHOLE = SftpHouse.WHOLE;

    @TempDir Path directory;
    private SftpHouse house;
    private Path key;

    @BeforeEach
    void open() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/sftp")), "skipped: no openssh-client");
        house = new SftpHouse(directory);
        key = house.key("wren", "ed25519");
    }

    @AfterEach
    void close() {
        if (house != null) {
            house.close();
        }
    }

    private Path in(String name) {
        return house.home("wren").resolve("in").resolve(name);
    }

    private void after(Duration time) {
        house.clock.set(Instant.now().plus(time));
        house.server.tidy();
    }

    private String put(String name, String text) throws Exception {
        return "put " + house.local(name, text) + " in/" + name;
    }

    @Test
    void tellsThePartnerThatAFileIsClosedOnceItIsOurs() throws Exception {
        var said = house.sftp("wren", key, put("a.edi", WHOLE), "ls -l in/a.edi");

        assertThat(said.exit()).as(said.text()).isZero();
        assertThat(house.notes.accepted).hasSize(1);
        Arrival arrival = house.notes.accepted.get(0);
        assertThat(arrival.partner()).isEqualTo("wren");
        assertThat(arrival.messageId()).isEqualTo("in/a.edi");
        assertThat(arrival.size()).isEqualTo(WHOLE.length());
        after(Duration.ofSeconds(20));
        assertThat(in("a.edi")).exists();
        after(Duration.ofSeconds(31));
        assertThat(in("a.edi")).doesNotExist();
        assertThat(house.notes.outcomes).hasSize(1);
    }

    @Test
    void takesAFileThatGetsItsNameAtTheEnd() throws Exception {
        String put = "put " + house.local("a.edi", WHOLE) + " a.edi.part";
        assertThat(house.sftp("wren", key, put).exit()).isZero();
        after(Duration.ofHours(2));
        assertThat(house.notes.accepted).isEmpty();
        assertThat(house.sftp("wren", key, "rename a.edi.part in/a.edi").exit()).isZero();
        assertThat(house.notes.accepted).hasSize(1);
        String next = "put " + house.local("b.edi", WHOLE.replace("77", "78")) + " b.part";
        assertThat(house.sftp("wren", key, next, "rename b.part in/a.edi").exit()).isZero();
        assertThat(house.notes.accepted).hasSize(2);
    }

    @Test
    void tellsThePartnerThatWeCouldNotKeepAFileAndTakesItLater() throws Exception {
        house.notes.refusedName = "in/a.edi";
        assertThat(house.sftp("wren", key, put("a.edi", WHOLE)).exit()).isNotZero();
        assertThat(house.notes.accepted).isEmpty();
        after(Duration.ofSeconds(1));
        assertThat(in("a.edi")).exists();
        house.notes.refusedName = "";
        after(Duration.ofSeconds(2));
        assertThat(house.notes.accepted).hasSize(1);
    }

    @Test
    void waitsForTheEndOfAnInterchange() throws Exception {
        String half = WHOLE.substring(0, 50);
        assertThat(house.sftp("wren", key, put("a.edi", half), put("b.edi", half)).exit()).isZero();
        after(Duration.ofMinutes(59));
        assertThat(house.notes.accepted).isEmpty();
        assertThat(house.sftp("wren", key, put("b.edi", WHOLE)).exit()).isZero();
        assertThat(house.notes.accepted).hasSize(1);
        after(Duration.ofMinutes(61));
        assertThat(house.notes.accepted).extracting(Arrival::size).contains(50L);
    }

    /** A gateway that died after the partner closed the file knows nothing of it. */
    @Test
    void takesWhatACrashLeft() throws Exception {
        house.sftp("wren", key, "ls");
        Files.writeString(in("a.edi"), WHOLE);
        Files.writeString(in("b.csv"), "half a line of a file that somebody may still wri");
        after(Duration.ofSeconds(50));
        assertThat(house.notes.accepted).isEmpty();
        after(Duration.ofSeconds(61));
        assertThat(house.notes.accepted).extracting(Arrival::messageId).containsExactly("in/a.edi");
        after(Duration.ofMinutes(61));
        assertThat(house.notes.accepted).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "get /etc/passwd",
                "get ../../keys/ssh_host_rsa_key",
                "cd ../robin",
                "put FILE ../robin/in/a.edi",
                "put FILE /out/a.edi",
                "put FILE in/deep/a.edi",
                "mkdir in/deep",
                "rmdir out",
                "symlink /etc/passwd in/a.edi",
                "ln in/own.edi in/a.edi",
                "rename in inn",
                "rename in/own.edi out/own.edi",
            })
    void showsAPartnerItsOwnHomeAndNothingElse(String command) throws Exception {
        String file = house.local("own.edi", WHOLE).toString();
        Files.createDirectories(house.home("robin").resolve("in"));
        assertThat(house.sftp("wren", key, "put " + file + " in/own.edi").exit()).isZero();
        String down = Files.createDirectories(directory.resolve("down")).toString();

        var said = house.sftp("wren", key, "lcd " + down, command.replace("FILE", file));

        assertThat(said.exit()).as(said.text()).isNotZero();
        assertThat(house.notes.accepted).hasSize(1);
        try (var robins = Files.walk(house.home("robin"))) {
            assertThat(robins.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void letsAPartnerFetchWhatLiesInOut() throws Exception {
        house.sftp("wren", key, "ls");
        Files.writeString(house.home("wren").resolve("out/b.edi"), WHOLE);
        Path got = directory.resolve("got");
        assertThat(house.sftp("wren", key, "get out/b.edi " + got, "rm out/b.edi").exit()).isZero();
        assertThat(got).hasContent(WHOLE);
        assertThat(house.home("wren").resolve("out")).isEmptyDirectory();
        assertThat(house.notes.accepted).isEmpty();
    }

    @Test
    void hasNoShellAndRunsNoCommand() throws Exception {
        var said = house.ssh("wren", key, "touch " + directory.resolve("proof"));
        assertThat(said.exit()).isNotZero();
        assertThat(directory.resolve("proof")).doesNotExist();
        assertThat(house.ssh("wren", key).exit()).isNotZero();
    }

    @Test
    void forwardsNothing() throws Exception {
        try (var inside = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var said = house.ssh("wren", key, "-W", "127.0.0.1:" + inside.getLocalPort());
            assertThat(said.exit()).isNotZero();
            var back =
                    house.ssh("wren", key, "-N", "-o", "ExitOnForwardFailure=yes", "-R", "0:a:1");
            assertThat(back.exit()).isNotZero();
            inside.setSoTimeout(100);
            assertThat(org.assertj.core.api.Assertions.catchThrowable(inside::accept))
                    .isInstanceOf(java.net.SocketTimeoutException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"ed25519,", "ecdsa, 384", "rsa, 3072"})
    void letsKeysOfEachTypeIn(String type, String bits) throws Exception {
        Path other = bits == null ? house.key("robin", type) : house.key("robin", type, "-b", bits);
        assertThat(house.sftp("robin", other, "ls").exit()).isZero();
    }

    @Test
    void letsNobodyElseIn() throws Exception {
        Path robins = house.key("robin", "ed25519");
        assertThat(house.sftp("wren", robins, "ls").exit()).isNotZero();
        assertThat(house.sftp("nobody", key, "ls").exit()).isNotZero();
        assertThat(house.sftp("..", key, "ls").exit()).isNotZero();
        Path weak = house.key("robin", "rsa", "-b", "1024");
        assertThat(house.sftp("robin", weak, "ls").exit()).isNotZero();
        assertThat(house.sftp("robin", robins, "ls").exit()).isZero();
        String line = Files.readString(house.authorizedKeys("robin"));
        Files.writeString(house.authorizedKeys("robin"), "restrict " + line);
        assertThat(house.sftp("robin", robins, "ls").exit()).isNotZero();
        Files.delete(house.authorizedKeys("robin"));
        assertThat(house.sftp("robin", robins, "ls").exit()).isNotZero();
    }

    @Test
    void makesItsHostKeysOnceForItselfAlone() throws Exception {
        Path keys = directory.resolve("keys");
        String made = Files.readString(keys.resolve("ssh_host_ecdsa_key"));
        for (String name : java.util.List.of("ssh_host_ecdsa_key", "ssh_host_rsa_key")) {
            assertThat(
                            PosixFilePermissions.toString(
                                    Files.getPosixFilePermissions(keys.resolve(name))))
                    .isEqualTo("rw-------");
        }
        new HostKeys(keys).load();
        assertThat(keys.resolve("ssh_host_ecdsa_key")).hasContent(made);
        assertThat(house.sftp("wren", key, "ls").exit()).isZero();
    }
}
