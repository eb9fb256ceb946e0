package io.retrogate.as2;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.retrogate.as2.As2Outcome.State;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a partner answers whose receipt comes on a connection of its own. */
@Timeout(60)
class AwaitedAnswerTest {

    private static final As2Party OURS = As2Party.named("ours");
    private static final As2Party ACME = As2Party.named("acme");

    @TempDir private Path folder;
    private HttpServer server;
    private String type = "";
    private String body = "";

    @BeforeEach
    void open() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/as2",
                exchange -> {
                    exchange.getRequestBody().readAllBytes();
                    if (!type.isEmpty()) {
                        exchange.getResponseHeaders().set("Content-Type", type);
                    }
                    byte[] bytes = body.getBytes(ISO_8859_1);
                    exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    /** OpenAS2 repeats the status in the body. */
    @ParameterizedTest
    @ValueSource(strings = {"", "text/plain", "text/html"})
    void mayHaveAnyTextInIt(String name) {
        type = name;
        body = "200 OK\r\n";
        assertThat(send().state()).isEqualTo(State.RECEIPT_AWAITED);
    }

    @Test
    void isJudgedIfItIsAReceiptAllTheSame() {
        type = "multipart/report; report-type=disposition-notification; boundary=b";
        body = "--b--\r\n";
        assertThat(send().state()).isEqualTo(State.RECEIPT_UNPROVEN);
    }

    private As2Outcome send() {
        As2Link link =
                new As2Link(
                        OURS.identity(),
                        "ours",
                        "acme",
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/as2"),
                        Optional.of(URI.create("https://us.example/as2")),
                        Optional.empty(),
                        PeerTls.USUAL,
                        As2Policy.strict(),
                        As2Certificates.active(List.of(ACME.certificate())));
        As2Message message =
                new As2Message(
                        "<1@ours>",
                        "997",
                        "997.x12",
                        "application/edi-x12",
                        Spool.inMemory("ISA*00".getBytes(ISO_8859_1)));
        return new As2Sender(new Spools(folder), Clock.fixed(As2Party.NOW, ZoneOffset.UTC))
                .send(link, message, Duration.ofSeconds(30));
    }
}
