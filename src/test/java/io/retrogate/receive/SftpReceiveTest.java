package io.retrogate.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.retrogate.SftpPeer;
import io.retrogate.ledger.Acceptance.Outcome;
import io.retrogate.ledger.Failpoint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SftpReceiveTest {

    private static final String WHOLE =
            "UNB+UNOC:3+4098765000003:14+4012345000009:14+261123:1200+77'UNZ+0+77'";

    @TempDir Path directory;
    private SftpPeer peer;
    private DefaultCamelContext camel;
    private final FileNotes notes = new FileNotes();
    private final List<Failpoint> reached = new CopyOnWriteArrayList<>();
    private final AtomicReference<Failpoint> crashAt = new AtomicReference<>();

    @BeforeEach
    void start() throws Exception {
        peer = new SftpPeer(directory);
        camel = new DefaultCamelContext();
        for (var template : templates().all()) {
            camel.addRoutes(template.get());
        }
        camel.start();
    }

    private ReceiveTemplates templates() {
        return new ReceiveTemplates(
                notes, notes.ledger(), this::reach, Clock.systemUTC(), directory.resolve("work"));
    }

    @AfterEach
    void stop() throws Exception {
        camel.stop();
        peer.close();
    }

    private void reach(Failpoint point) {
        reached.add(point);
        if (point == crashAt.get()) {
            crashAt.set(null);
            throw new IllegalStateException("crash at " + point);
        }
    }

    private Map<String, Object> login(String... more) throws Exception {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("partner", "nordwind");
        parameters.put("route", "nordwind-receive");
        parameters.put("host", "127.0.0.1");
        parameters.put("port", String.valueOf(peer.port()));
        parameters.put("user", SftpPeer.USER);
        parameters.put("knownHosts", peer.knownHosts().toString());
        parameters.put("folder", "out");
        parameters.put("delay", "100");
        for (int i = 0; i < more.length; i += 2) {
            parameters.put(more[i], more[i + 1]);
        }
        return parameters;
    }

    private void poll(String... more) throws Exception {
        TemplatedRouteBuilder.builder(camel, "receive-sftp")
                .routeId("nordwind-receive")
                .parameters(login(more))
                .add();
    }

    private void pollWithPassword() throws Exception {
        poll("passwordFile", peer.passwordFile().toString());
    }

    private Path done(String name) {
        return peer.out().resolve("done").resolve(name);
    }

    @Test
    void takesAFileInAndMovesItWithAPassword() throws Exception {
        Files.writeString(peer.out().resolve("a.edi"), WHOLE);
        pollWithPassword();
        await().until(() -> reached.contains(Failpoint.RECEIPT_SENT));
        assertThat(done("a.edi")).hasContent(WHOLE);
        assertThat(peer.out().resolve("a.edi")).doesNotExist();
        assertThat(notes.accepted).hasSize(1);
        assertThat(notes.accepted.get(0).messageId()).isEqualTo("a.edi");
        assertThat(notes.accepted.get(0).partner()).isEqualTo("nordwind");
        assertThat(notes.kept.get(notes.accepted.get(0).payloadAddress()))
                .isEqualTo(WHOLE.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        assertThat(reached)
                .containsExactly(
                        Failpoint.BODY_RECEIVED,
                        Failpoint.ARCHIVED,
                        Failpoint.ACCEPTED,
                        Failpoint.RECEIPT_SENT);
    }

    @Test
    void takesAFileInWithAKey() throws Exception {
        Files.writeString(peer.out().resolve("a.edi"), WHOLE);
        poll("keyFile", peer.keyFile().toString());
        await().until(() -> Files.exists(done("a.edi")));
        assertThat(notes.accepted).hasSize(1);
    }

    @Test
    void movesNothingBeforeTheCommit() throws Exception {
        notes.refusedName = "a.edi";
        Files.writeString(peer.out().resolve("a.edi"), WHOLE);
        Files.writeString(peer.out().resolve("b.edi"), WHOLE.replace("77", "78"));
        pollWithPassword();
        await().until(() -> Files.exists(done("b.edi")));
        assertThat(peer.out().resolve("a.edi")).exists();
        notes.refusedName = "";
        await().until(() -> Files.exists(done("a.edi")));
        assertThat(notes.accepted).hasSize(2);
    }

    @Test
    void movesADuplicateAfterACrashBetweenCommitAndMove() throws Exception {
        crashAt.set(Failpoint.ACCEPTED);
        Files.writeString(peer.out().resolve("a.edi"), WHOLE);
        pollWithPassword();
        await().until(() -> Files.exists(done("a.edi")));
        assertThat(notes.outcomes).containsExactly(Outcome.NEW, Outcome.DUPLICATE);
        assertThat(notes.accepted).hasSize(1);
    }

    @Test
    void waitsForTheEndOfAnInterchange() throws Exception {
        Path half = Files.writeString(peer.out().resolve("a.edi"), WHOLE.substring(0, 50));
        Files.writeString(peer.out().resolve("b.edi"), WHOLE.replace("77", "78"));
        pollWithPassword();
        await().until(() -> Files.exists(done("b.edi")));
        assertThat(notes.accepted).extracting(a -> a.messageId()).containsExactly("b.edi");
        Files.writeString(half, WHOLE);
        await().until(() -> Files.exists(done("a.edi")));
        assertThat(notes.accepted).hasSize(2);
        assertThat(notes.accepted.get(1).size()).isEqualTo(WHOLE.length());
    }

    @Test
    void takesATruncatedFileAsItIsWhenItsTimeIsOver() throws Exception {
        Files.writeString(peer.out().resolve("a.edi"), WHOLE.substring(0, 50));
        poll("passwordFile", peer.passwordFile().toString(), "incompleteAfter", "500");
        await().until(() -> Files.exists(done("a.edi")));
        assertThat(notes.accepted).hasSize(1);
        assertThat(notes.accepted.get(0).size()).isEqualTo(50);
    }

    @Test
    void refusesAServerWithAnotherHostKey() throws Exception {
        Files.writeString(peer.out().resolve("a.edi"), WHOLE);
        var failures = failuresOf("knownHosts", peer.wrongKnownHosts().toString());
        await().until(() -> !failures.isEmpty());
        assertThat(failures).first().isEqualTo("RCV-202");
        assertThat(peer.out().resolve("a.edi")).exists();
        assertThat(notes.accepted).isEmpty();
    }

    @Test
    void refusesAServerThatTheKnownHostsFileDoesNotName() throws Exception {
        Path empty = Files.createFile(directory.resolve("empty"));
        var failures = failuresOf("knownHosts", empty.toString());
        await().until(() -> !failures.isEmpty());
        assertThat(failures).first().isEqualTo("RCV-208");
    }

    @Test
    void saysThatTheLoginIsWrong() throws Exception {
        var failures = failuresOf("passwordFile", peer.wrongPasswordFile().toString());
        await().until(() -> !failures.isEmpty());
        assertThat(failures).first().isEqualTo("RCV-203");
    }

    @Test
    void saysThatTheServerIsAway() throws Exception {
        int port = peer.port();
        peer.close();
        var failures = failuresOf("port", String.valueOf(port));
        await().until(() -> !failures.isEmpty());
        assertThat(failures).first().isEqualTo("RCV-204");
    }

    /** Watches the classification that the log line carries, through the same call. */
    private List<String> failuresOf(String name, String value) throws Exception {
        List<String> ids = new CopyOnWriteArrayList<>();
        poll(
                "passwordFile",
                name.equals("passwordFile") ? value : peer.passwordFile().toString(),
                name,
                value);
        var endpoint =
                (org.apache.camel.component.file.remote.SftpEndpoint)
                        camel.getRoute("nordwind-receive").getEndpoint();
        assertThat(endpoint.getExceptionHandler()).isInstanceOf(FileFailures.class);
        var consumer =
                (org.apache.camel.support.DefaultConsumer)
                        camel.getRoute("nordwind-receive").getConsumer();
        consumer.setExceptionHandler(
                new org.apache.camel.support.LoggingExceptionHandler(camel, getClass()) {
                    @Override
                    public void handleException(
                            String message,
                            org.apache.camel.Exchange exchange,
                            Throwable exception) {
                        ids.add(FileFailures.problem(exception).id());
                    }
                });
        return ids;
    }

    @Test
    void refusesToStartWithoutKnownHosts() {
        assertThatThrownBy(() -> poll("passwordFile", "/nowhere", "knownHosts", "/nowhere"))
                .hasStackTraceContaining("RCV-206 parameter knownHosts cannot read /nowhere");
    }

    @Test
    void refusesTwoWaysToLogIn() throws Exception {
        String key = peer.keyFile().toString();
        assertThatThrownBy(
                        () -> poll("passwordFile", peer.passwordFile().toString(), "keyFile", key))
                .hasStackTraceContaining("RCV-206 parameter passwordFile or keyFile");
    }

    @Test
    void showsNoPasswordInAnyUri() throws Exception {
        pollWithPassword();
        assertThat(camel.getEndpoints())
                .noneMatch(e -> e.getEndpointUri().contains("horse"))
                .isNotEmpty();
    }
}
