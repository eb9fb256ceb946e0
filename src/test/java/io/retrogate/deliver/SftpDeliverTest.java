package io.retrogate.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrogate.SftpPeer;
import io.retrogate.ledger.DeliveryOutcome.State;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What an upload to a partner's server promises. */
@Timeout(60)
class SftpDeliverTest extends DeliveryCase {

    private static final String NAME = "CONTRL-RMA_7__-key-1.edi";

    @TempDir Path directory;
    private SftpPeer peer;

    @BeforeEach
    void open() throws Exception {
        peer = new SftpPeer(directory);
        for (var template : new DeliverTemplates().all()) {
            camel.addRoutes(template.get());
        }
        acknowledgement();
    }

    @AfterEach
    void close() throws Exception {
        peer.close();
    }

    /** A handshake of SSH takes its time on a busy machine. */
    @Override
    Duration partnerDeadline() {
        return Duration.ofSeconds(60);
    }

    private void route(Path knownHosts, String... more) throws Exception {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("partner", "nordwind");
        parameters.put("host", "127.0.0.1");
        parameters.put("port", String.valueOf(peer.port()));
        parameters.put("user", SftpPeer.USER);
        parameters.put("passwordFile", peer.passwordFile().toString());
        parameters.put("knownHosts", knownHosts.toString());
        parameters.put("folder", "in");
        for (int i = 0; i < more.length; i += 2) {
            parameters.put(more[i], more[i + 1]);
        }
        TemplatedRouteBuilder.builder(camel, "deliver-sftp")
                .routeId("nordwind-deliver")
                .parameters(parameters)
                .add();
    }

    private List<String> there() throws Exception {
        try (var files = Files.list(peer.in())) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void givesAFileItsNameOnceTheServerHasAllOfIt() throws Exception {
        route(peer.knownHosts());
        assertThat(deliver()).isEqualTo(State.DELIVERED);
        assertThat(there()).containsExactly(NAME);
    }

    @Test
    void namesAFileAsThePartnerWants() throws Exception {
        route(
                peer.knownHosts(),
                "fileName",
                "${header.RetrogateForm}_${header.RetrogateSubject}_${header.RetrogateKey}.txt");
        assertThat(deliver()).isEqualTo(State.DELIVERED);
        assertThat(there()).containsExactly("CONTRL_RMA_7___key-1.txt");
    }

    @Test
    void neverGivesAFileItsNameThatTheServerLostAPartOf() throws Exception {
        peer.losesTheLastByte(true);
        route(peer.knownHosts());

        assertThat(deliver()).isEqualTo(State.RETRY);

        assertThat(ledger.last().detail())
                .startsWith("DLV-011 the server has 5 bytes of 6 that were sent. Ask the partner");
        assertThat(there()).allMatch(name -> name.startsWith("." + NAME) && name.endsWith(".part"));
        peer.losesTheLastByte(false);
        assertThat(deliver()).isEqualTo(State.DELIVERED);
        assertThat(there()).contains(NAME);
    }

    @Test
    void doesNotAskAServerThatShowsNothing() throws Exception {
        peer.losesTheLastByte(true);
        route(peer.knownHosts(), "verify", "false");
        assertThat(deliver()).isEqualTo(State.DELIVERED);
    }

    @Test
    void alarmsWhenTheServersKeyIsAnother() throws Exception {
        route(peer.wrongKnownHosts());
        assertThat(deliver()).isEqualTo(State.RETRY);
        assertThat(ledger.last().detail()).startsWith("DLV-012 ");
        assertThat(there()).isEmpty();
    }

    @Test
    void wantsAServerThatTheFileKnows() throws Exception {
        route(Files.createFile(directory.resolve("empty")));
        assertThat(deliver()).isEqualTo(State.RETRY);
        assertThat(ledger.last().detail()).startsWith("DLV-006 ").contains("HostKey");
        assertThat(there()).isEmpty();
    }

    @Test
    void refusesAVerifyThatSaysNeither() {
        assertThatThrownBy(() -> route(peer.knownHosts(), "verify", "perhaps"))
                .hasStackTraceContaining("DLV-005 parameter verify is true or false");
    }
}
