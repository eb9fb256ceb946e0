package io.retrogate.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.retrogate.ledger.DeliveryOutcome.State;
import io.retrogate.peer.CuttingProxy;
import io.retrogate.peer.OpenSshServer;
import io.retrogate.peer.SftpPhase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A connection to OpenSSH's own server that is cut during a delivery. */
@Timeout(180)
class OpenSshDeliveryFaultsIT extends DeliveryCase {

    private static final String NAME = "CONTRL-RMA_7__-key-1.edi";

    @TempDir Path directory;
    private OpenSshServer server;
    private Path in;

    @BeforeEach
    void open() throws Exception {
        assumeTrue(OpenSshServer.installed(), "skipped: apt-get install openssh-server");
        server = OpenSshServer.start(Files.createDirectories(directory.resolve("sshd")));
        in = Files.createDirectories(server.files().resolve("in"));
        for (var template : new DeliverTemplates().all()) {
            camel.addRoutes(template.get());
        }
        acknowledgement();
        ledger.content = "UNB+" + "x".repeat(200_000) + "'";
    }

    @AfterEach
    void close() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    @Override
    Duration partnerDeadline() {
        return Duration.ofSeconds(60);
    }

    private void route(int port) throws Exception {
        Path known = directory.resolve("known");
        String line = server.knownHost();
        Files.writeString(known, "[127.0.0.1]:" + port + line.substring(line.indexOf(' ')));
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("partner", "nordwind");
        parameters.put("host", "127.0.0.1");
        parameters.put("port", String.valueOf(port));
        parameters.put("user", OpenSshServer.user());
        parameters.put("keyFile", server.login("ed25519", "").toString());
        parameters.put("knownHosts", known.toString());
        parameters.put("folder", "in");
        TemplatedRouteBuilder.builder(camel, "deliver-sftp")
                .routeId("nordwind-deliver")
                .parameters(parameters)
                .add();
    }

    /** LIST is the first listing, which comes whether the size is asked for or not. */
    @ParameterizedTest
    @CsvSource({
        "GREETING, 0",
        "KEYS, 0",
        "LOGIN, 0",
        "UPLOAD, 0",
        "UPLOAD, 400",
        "UPLOADED, 0",
        "LIST, 0",
        "MOVE, 0"
    })
    void triesAgainWhenTheConnectionIsCut(SftpPhase phase, long bytes) throws Exception {
        try (var line = new CuttingProxy(server.port())) {
            var cut = new AtomicReference<SftpPhase>();
            line.cutAfter(
                    () -> phase.reached(server.log()),
                    bytes,
                    () -> cut.set(SftpPhase.of(server.log())));
            route(line.port());

            assertThat(deliver()).isEqualTo(State.RETRY);

            assertThat(line.cuts()).isEqualTo(1);
            assertThat(cut).hasValue(phase);
            if (phase == SftpPhase.MOVE) {
                assertThat(in.resolve(NAME)).hasContent(ledger.content);
            } else {
                assertThat(in.resolve(NAME)).doesNotExist();
            }
            assertThat(deliver()).isEqualTo(State.DELIVERED);
            assertThat(in.resolve(NAME)).hasContent(ledger.content);
        }
    }
}
