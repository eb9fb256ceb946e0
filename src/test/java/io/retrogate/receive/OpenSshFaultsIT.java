package io.retrogate.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.retrogate.ledger.Acceptance.Outcome;
import io.retrogate.ledger.Arrival;
import io.retrogate.ledger.Failpoint;
import io.retrogate.ledger.Failpoints;
import io.retrogate.peer.CuttingProxy;
import io.retrogate.peer.OpenSshServer;
import io.retrogate.peer.SftpPhase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever happens between us and OpenSSH's own server: each file once, and none left behind. */
@Timeout(300)
class OpenSshFaultsIT {

    private static final int FILES = Integer.getInteger("sftp.files", 2000);

    @TempDir Path directory;
    private final FileNotes notes = new FileNotes();
    private final List<DefaultCamelContext> gateways = new ArrayList<>();
    private volatile Failpoints failpoints = point -> {};
    private OpenSshServer server;
    private Path key;
    private Path out;

    @BeforeEach
    void open() throws Exception {
        assumeTrue(OpenSshServer.installed(), "skipped: apt-get install openssh-server");
        server = OpenSshServer.start(Files.createDirectories(directory.resolve("sshd")));
        key = server.login("ed25519", "");
        out = Files.createDirectories(server.files().resolve("out"));
    }

    private void reach(Failpoint point) {
        failpoints.reach(point);
    }

    @AfterEach
    void close() throws Exception {
        gateways.forEach(DefaultCamelContext::stop);
        if (server != null) {
            server.close();
        }
    }

    /** A gateway of its own; all have one ledger. */
    private void gateway(int port, String... more) throws Exception {
        var camel = new DefaultCamelContext();
        gateways.add(camel);
        Path data = directory.resolve("data" + gateways.size());
        for (var template :
                new ReceiveTemplates(notes, notes.ledger(), this::reach, Clock.systemUTC(), data)
                        .all()) {
            camel.addRoutes(template.get());
        }
        camel.start();
        Path known = directory.resolve("known" + gateways.size());
        String line = server.knownHost();
        Files.writeString(known, "[127.0.0.1]:" + port + line.substring(line.indexOf(' ')));
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("partner", "nordwind");
        parameters.put("route", "nordwind-receive");
        parameters.put("host", "127.0.0.1");
        parameters.put("port", String.valueOf(port));
        parameters.put("user", OpenSshServer.user());
        parameters.put("keyFile", key.toString());
        parameters.put("knownHosts", known.toString());
        parameters.put("folder", "out");
        parameters.put("delay", "100");
        for (int i = 0; i < more.length; i += 2) {
            parameters.put(more[i], more[i + 1]);
        }
        TemplatedRouteBuilder.builder(camel, "receive-sftp")
                .routeId("nordwind-receive")
                .parameters(parameters)
                .add();
    }

    private static String interchange(int number, int size) {
        return "UNB+UNOC:3+4098765000003:14+4012345000009:14+261123:1200+"
                + number
                + "'FTX+"
                + "x".repeat(size)
                + "'UNZ+0+"
                + number
                + "'";
    }

    private void offer(String name, String text) throws Exception {
        Path hidden = Files.writeString(out.resolve(name + ".part"), text);
        Files.move(hidden, out.resolve(name), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    private boolean done(String name) {
        return Files.exists(out.resolve("done").resolve(name));
    }

    private static ConditionFactory soon() {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(100));
    }

    @ParameterizedTest
    @CsvSource({"ed25519, open sesame", "rsa, ''", "ecdsa, open sesame"})
    void logsInWithAKeyOfEachType(String type, String passphrase) throws Exception {
        Path own = directory.resolve("sshd/login-" + type);
        if (!Files.exists(own) || !passphrase.isEmpty()) {
            Files.deleteIfExists(own);
            own = server.login(type, passphrase);
        }
        Path secret = Files.writeString(directory.resolve("passphrase"), passphrase + "\n");
        offer("a.edi", interchange(1, 10));
        gateway(
                server.port(),
                "keyFile",
                own.toString(),
                "passphraseFile",
                passphrase.isEmpty() ? "" : secret.toString());
        soon().until(() -> done("a.edi"));
    }

    @Test
    void takesAStalledUploadOnceItIsWholeAndOthersMeanwhile() throws Exception {
        String text = interchange(1, 5000);
        Path slow = Files.writeString(out.resolve("slow.edi"), text.substring(0, 1000));
        gateway(server.port());
        for (int i = 2; i < 5; i++) {
            offer(i + ".edi", interchange(i, 10));
            int number = i;
            soon().until(() -> done(number + ".edi"));
            int from = (i - 1) * 1000;
            Files.writeString(slow, text.substring(from, from + 1000), StandardOpenOption.APPEND);
        }
        assertThat(slow).exists();
        assertThat(notes.accepted).hasSize(3);
        Files.writeString(slow, text.substring(4000), StandardOpenOption.APPEND);
        soon().until(() -> done("slow.edi"));
        assertThat(notes.accepted).hasSize(4);
        assertThat(notes.accepted.get(3).size()).isEqualTo(text.length());
    }

    @Test
    void takesThousandsOfFilesEachOnce() throws Exception {
        for (int i = 0; i < FILES; i++) {
            Files.writeString(out.resolve("f" + i + ".edi"), interchange(i, 100));
        }
        long start = System.nanoTime();
        gateway(server.port());
        Awaitility.await()
                .atMost(Duration.ofSeconds(280))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> notes.outcomes.size() >= FILES && left() == 0);
        long millis = (System.nanoTime() - start) / 1_000_000;
        System.err.println("measured: " + FILES + " files in " + millis + " ms");
        assertThat(notes.accepted).hasSize(FILES);
        assertThat(notes.outcomes).hasSize(FILES).doesNotContain(Outcome.DUPLICATE);
    }

    private long left() throws Exception {
        try (var files = Files.list(out)) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    @Test
    void goesOnAfterTheServerRestarts() throws Exception {
        gateway(server.port());
        offer("a.edi", interchange(1, 10));
        soon().until(() -> done("a.edi"));
        server.stop();
        offer("b.edi", interchange(2, 10));
        server.startAgain();
        soon().until(() -> done("b.edi"));
        assertThat(notes.accepted).hasSize(2);
    }

    /** So many bytes after the server has said that it is there: the rest is never heard. */
    @ParameterizedTest
    @CsvSource({
        "GREETING, 0",
        "KEYS, 0",
        "LOGIN, 0",
        "SUBSYSTEM, 0",
        "VERSION, 0",
        "LIST, 0",
        "DOWNLOAD, 0",
        "DOWNLOAD, 30000",
        "DOWNLOAD, 150000",
        "DOWNLOADED, 0",
        "FOLDER, 0",
        "MOVE, 0"
    })
    void takesAFileOnceAlthoughTheConnectionIsCut(SftpPhase phase, long bytes) throws Exception {
        try (var line = new CuttingProxy(server.port())) {
            var cut = new AtomicReference<SftpPhase>();
            offer("a.edi", interchange(1, 200_000));
            line.cutAfter(
                    () -> phase.reached(server.log()),
                    bytes,
                    () -> cut.set(SftpPhase.of(server.log())));
            gateway(line.port());
            soon().until(() -> done("a.edi") && line.cuts() > 0);
            assertThat(line.cuts()).isEqualTo(1);
            assertThat(cut).hasValue(phase);
            assertThat(notes.accepted).hasSize(1);
            assertThat(notes.accepted.get(0).size()).isEqualTo(interchange(1, 200_000).length());
            assertThat(left()).isZero();
        }
    }

    /** Camel connects again by itself for the move, if there is somebody to connect to. */
    @Test
    void isNotTroubledByAServerThatEndsBetweenCommitAndMove() throws Exception {
        var ended = new CountDownLatch(1);
        failpoints =
                point -> {
                    if (point == Failpoint.ACCEPTED && ended.getCount() > 0) {
                        end(server);
                        ended.countDown();
                    }
                };
        offer("a.edi", interchange(1, 10));
        gateway(server.port());
        assertThat(ended.await(60, TimeUnit.SECONDS)).isTrue();
        soon().until(() -> gateways.get(0).getInflightRepository().size() == 0);
        server.startAgain();
        soon().until(() -> done("a.edi"));
        assertThat(notes.outcomes).containsExactly(Outcome.NEW, Outcome.DUPLICATE);
        assertThat(notes.accepted).hasSize(1);
        assertThat(left()).isZero();
    }

    private static void end(OpenSshServer server) {
        try {
            server.stop();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void twoGatewaysOnOneFolderTakeEachFileOnce() throws Exception {
        gateway(server.port());
        gateway(server.port());
        for (int i = 0; i < 60; i++) {
            offer("f" + i + ".edi", interchange(i, 2000));
        }
        soon().until(() -> left() == 0);
        assertThat(notes.accepted).hasSize(60);
        assertThat(notes.accepted).extracting(Arrival::uniqueKey).doesNotHaveDuplicates();
        try (var done = Files.list(out.resolve("done"))) {
            assertThat(done.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.range(0, 60).mapToObj(i -> "f" + i + ".edi").toList());
        }
    }

    @Test
    void tellsContentsApartNotNames() throws Exception {
        gateway(server.port());
        offer("a.edi", interchange(1, 10));
        soon().until(() -> done("a.edi"));
        offer("b.edi", interchange(1, 10));
        soon().until(() -> done("b.edi"));
        offer("a.edi", interchange(2, 10));
        soon().until(() -> notes.accepted.size() == 2 && left() == 0);
        assertThat(notes.outcomes).containsExactly(Outcome.NEW, Outcome.DUPLICATE, Outcome.NEW);
        assertThat(out.resolve("done/a.edi")).hasContent(interchange(1, 10));
    }
}
