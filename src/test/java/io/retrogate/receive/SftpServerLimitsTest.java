package io.retrogate.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.keyprovider.FileKeyPairProvider;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a partner that means no good, or whose line is bad, can do to our SFTP server. */
@Timeout(120)
class SftpServerLimitsTest {

    private static final byte[] WHOLE = SftpHouse.WHOLE.getBytes(StandardCharsets.US_ASCII);

    @TempDir Path directory;
    private final SshClient client = SshClient.setUpDefaultClient();
    private final List<AutoCloseable> open = new ArrayList<>();
    private SftpHouse house;
    private Path key;

    @BeforeEach
    void open() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/ssh-keygen")), "no openssh-client");
        client.setServerKeyVerifier((session, address, serverKey) -> true);
        client.start();
        opened("60s");
    }

    private void opened(String idle) throws Exception {
        house =
                new SftpHouse(
                        directory,
                        "fileSize",
                        "1KB",
                        "quota",
                        "3KB",
                        "files",
                        "4",
                        "openFiles",
                        "2",
                        "connectionsPerPartner",
                        "2",
                        "connections",
                        "3",
                        "authAttempts",
                        "3",
                        "idle",
                        idle);
        key = house.key("wren", "ecdsa");
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
        client.stop();
        house.close();
    }

    private ClientSession session() throws Exception {
        var session =
                client.connect("wren", "127.0.0.1", house.server.port())
                        .verify(Duration.ofSeconds(20))
                        .getSession();
        open.add(session);
        session.setKeyIdentityProvider(new FileKeyPairProvider(key));
        session.auth().verify(Duration.ofSeconds(20));
        return session;
    }

    private SftpClient sftp() throws Exception {
        return SftpClientFactory.instance().createSftpClient(session());
    }

    private static SftpClient.CloseableHandle create(SftpClient sftp, String path)
            throws Exception {
        return sftp.open(
                path,
                SftpClient.OpenMode.Write,
                SftpClient.OpenMode.Create,
                SftpClient.OpenMode.Truncate);
    }

    private static void put(SftpClient sftp, String path, int size) throws Exception {
        try (var handle = create(sftp, path)) {
            sftp.write(handle, 0, new byte[size]);
        }
    }

    private Path in(String name) {
        return house.home("wren").resolve("in").resolve(name);
    }

    @Test
    void takesNothingOfAFileWhoseConnectionBroke() throws Exception {
        var session = session();
        var sftp = SftpClientFactory.instance().createSftpClient(session);
        var handle = create(sftp, "in/a.csv");
        sftp.write(handle, 0, "one line;and half of an".getBytes(StandardCharsets.US_ASCII));
        session.close(true);
        await().until(() -> Files.exists(in("a.csv")) && !house.isBusy("wren", in("a.csv")));

        house.clock.set(Instant.now().plus(Duration.ofHours(2)));
        house.server.tidy();

        assertThat(house.notes.accepted).isEmpty();
        try (var again = sftp()) {
            put(again, "in/a.csv", 10);
        }
        assertThat(house.notes.accepted).hasSize(1);
        assertThat(house.notes.accepted.get(0).size()).isEqualTo(10);
    }

    @Test
    void takesNoFileThatIsTooLarge() throws Exception {
        try (var sftp = sftp()) {
            put(sftp, "in/a.bin", 1000);
            assertThatThrownBy(() -> put(sftp, "in/b.bin", 1025)).isNotNull();
            assertThat(in("b.bin")).doesNotExist();
            var handle = create(sftp, "in/c.bin");
            assertThatThrownBy(() -> sftp.write(handle, 1L << 40, new byte[1])).isNotNull();
        }
        assertThat(house.notes.accepted).hasSize(1);
    }

    @Test
    void takesNoMoreThanTheQuota() throws Exception {
        try (var sftp = sftp()) {
            for (int i = 0; i < 3; i++) {
                put(sftp, "in/" + i + ".part", 1000);
            }
            assertThatThrownBy(() -> put(sftp, "in/3.part", 100)).isNotNull();
            sftp.remove("in/0.part");
            put(sftp, "in/3.part", 100);
        }
    }

    @Test
    void takesNoMoreFilesThanItSays() throws Exception {
        try (var sftp = sftp()) {
            for (int i = 0; i < 4; i++) {
                put(sftp, "in/" + i + ".part", 1);
            }
            assertThatThrownBy(() -> put(sftp, "in/4.part", 1)).isNotNull();
            put(sftp, "in/3.part", 2);
        }
    }

    @Test
    void opensNoMoreFilesThanItSays() throws Exception {
        try (var sftp = sftp()) {
            var first = create(sftp, "in/1.part");
            create(sftp, "in/2.part");
            assertThatThrownBy(() -> create(sftp, "in/3.part")).isNotNull();
            first.close();
            create(sftp, "in/3.part");
        }
    }

    @Test
    void servesSoManyConnectionsOfAPartner() throws Exception {
        session();
        session();
        assertThatThrownBy(this::session).isNotNull();
    }

    /** Also of those that never say who they are. */
    @Test
    void servesSoManyConnectionsOfAll() throws Exception {
        var strangers = new ArrayList<java.net.Socket>();
        for (int i = 0; i < 3; i++) {
            strangers.add(stranger());
            assertThat(strangers.get(i).getInputStream().read()).isEqualTo('S');
        }
        assertThatThrownBy(this::session).isNotNull();
        strangers.get(0).close();
        await().until(() -> stranger().getInputStream().read() == 'S');
    }

    private java.net.Socket stranger() throws Exception {
        var stranger = new java.net.Socket("127.0.0.1", house.server.port());
        open.add(stranger);
        return stranger;
    }

    @Test
    void letsAKeyBeGuessedSoManyTimes() throws Exception {
        assertThat(guesses(1).isSuccess()).isTrue();
        assertThatThrownBy(() -> guesses(5)).isNotNull();
    }

    /** So many wrong keys, and then the right one. */
    private org.apache.sshd.client.future.AuthFuture guesses(int wrong) throws Exception {
        var keys = new ArrayList<Path>();
        for (int i = 0; i < wrong; i++) {
            keys.add(house.key("robin", "ecdsa", "-C", wrong + "guess" + i));
        }
        keys.add(key);
        var session =
                client.connect("wren", "127.0.0.1", house.server.port())
                        .verify(Duration.ofSeconds(20))
                        .getSession();
        open.add(session);
        session.setKeyIdentityProvider(new FileKeyPairProvider(keys));
        return session.auth().verify(Duration.ofSeconds(20));
    }

    @Test
    void closesAConnectionThatIsIdle() throws Exception {
        house.close();
        Files.delete(key);
        opened("3s");
        var session = session();
        await().atMost(Duration.ofSeconds(30)).until(session::isClosed);
    }

    @Test
    void changesNeitherSizeNorModeNorMakesCopies() throws Exception {
        try (var sftp = sftp()) {
            put(sftp, "in/a.part", 10);
            var large = new SftpClient.Attributes().size(1L << 40);
            assertThatThrownBy(() -> sftp.setStat("in/a.part", large)).isNotNull();
            sftp.setStat("in/a.part", new SftpClient.Attributes().perms(0));
            assertThat(Files.size(in("a.part"))).isEqualTo(10);
            assertThat(Files.getPosixFilePermissions(in("a.part"))).isNotEmpty();
            var copy =
                    sftp.getExtension(
                            org.apache.sshd.sftp.client.extensions.CopyFileExtension.class);
            assertThatThrownBy(() -> copy.copyFile("in/a.part", "in/b.edi", false)).isNotNull();
            assertThat(in("b.edi")).doesNotExist();
        }
    }

    @Test
    void isTheSameFileForTwoWhoWriteIt() throws Exception {
        try (var one = sftp();
                var two = sftp()) {
            var first = create(one, "in/a.edi");
            var second = create(two, "in/a.edi");
            one.write(first, 0, WHOLE);
            first.close();
            two.write(second, 0, WHOLE);
            second.close();
            assertThat(house.notes.accepted).hasSize(1);
        }
    }
}
