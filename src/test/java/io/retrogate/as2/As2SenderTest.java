package io.retrogate.as2;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.retrogate.as2.As2Outcome.State;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The partner is played by hand-written receipts on a plain HTTP server. */
@Timeout(60)
class As2SenderTest {

    private static final As2Party OURS = As2Party.named("ours");
    private static final As2Party ACME = As2Party.named("acme");
    private static final As2Party GLOBEX = As2Party.named("globex");
    private static final String ID = "<997-1@ours>";

    @TempDir private Path folder;
    private HttpServer server;
    private final List<String> received = new ArrayList<>();
    private final List<String> logins = new ArrayList<>();
    private final List<String> wanted = new ArrayList<>();
    private final List<Mic> noted = new ArrayList<>();
    private final List<byte[]> sent = new ArrayList<>();
    private Optional<URI> receiptUrl = Optional.empty();
    private Function<byte[], RawEntity> partner = body -> positive(body).signed(ACME);
    private As2Policy policy = plain(true);
    private int status = 200;

    /** Signs nothing and encrypts nothing, so that the MIC is that of the body. */
    private static As2Policy plain(boolean signedReceipt) {
        return new As2Policy(
                false,
                false,
                As2Policy.strict().digests(),
                As2Policy.strict().ciphers(),
                "",
                "",
                As2Policy.Compression.NONE,
                signedReceipt,
                1 << 20,
                10);
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void believesASignedPositiveReceiptWithOurMic() {
        As2Outcome outcome = send();

        assertThat(outcome.state()).isEqualTo(State.RECEIPT_VERIFIED);
        assertThat(outcome.httpStatus()).isEqualTo(200);
        assertThat(received).containsExactly("ours|\"ac me\"|" + ID + "|1.2|multiple-attachments");
    }

    @Test
    void keepsTheMessageIdOnEveryAttempt() {
        send();
        send();

        assertThat(logins).containsExactly("Basic dXM6Z2VoZWlt", "Basic dXM6Z2VoZWlt");
        assertThat(received)
                .hasSize(2)
                .containsOnly("ours|\"ac me\"|" + ID + "|1.2|multiple-attachments");
    }

    @Test
    void awaitsAReceiptThatComesElsewhere() {
        receiptUrl = Optional.of(URI.create("https://us.example/as2"));
        partner = body -> new RawEntity("", new byte[0]);
        status = 202;

        assertThat(send().state()).isEqualTo(State.RECEIPT_AWAITED);
        assertThat(wanted).containsExactly("https://us.example/as2");
        assertThat("Received-Content-MIC: " + noted.get(0) + "\r\n").isEqualTo(micOf(sent.get(0)));

        receiptUrl = Optional.empty();
        assertThat(send().state()).isEqualTo(State.RECEIPT_MISSING);
        assertThat(wanted).endsWith("null");
        assertThat(noted).hasSize(1);
    }

    @Test
    void believesAWarningToo() {
        partner =
                body ->
                        receipt(ID, "processed/Warning: duplicate-document", micOf(body))
                                .signed(ACME);

        assertThat(send().state()).isEqualTo(State.RECEIPT_VERIFIED);
    }

    @Test
    void tellsARefusalOfThePartner() {
        partner = body -> receipt(ID, "processed/Error: decryption-failed", "").signed(ACME);

        assertThat(send())
                .satisfies(o -> assertThat(o.state()).isEqualTo(State.RECEIPT_NEGATIVE))
                .satisfies(o -> assertThat(o.detail()).contains("decryption-failed"));
    }

    @Test
    void doesNotBelieveReceiptsThatProveNothing() {
        assertNot(
                State.RECEIPT_MISSING,
                body -> new RawEntity("Content-Type: text/plain\r\n", new byte[0]),
                "no receipt");
        assertNot(
                State.RECEIPT_MISSING,
                body -> new RawEntity("Content-Type: text/html\r\n", body),
                "text/html");
        assertNot(State.RECEIPT_UNSIGNED, body -> positive(body), "not signed");
        assertUnproven(body -> positive(body).signed(GLOBEX), "authentication-failed");
        assertUnproven(body -> positive(body).signed(), "0 signers");
        assertUnproven(body -> positive(body).signed(ACME, GLOBEX), "2 signers");
        assertUnproven(
                body -> new RawEntity("Content-Type: text/html\r\n", body).signed(ACME), "no");
        assertNot(
                State.RECEIPT_OF_ANOTHER,
                body -> receipt("<2@x>", "processed", micOf(body)).signed(ACME),
                "another");
        assertNot(
                State.MIC_MISMATCH, body -> receipt(ID, "processed", "").signed(ACME), "mismatch");
        assertNot(
                State.MIC_MISMATCH,
                body -> receipt(ID, "processed", micOf(new byte[1])).signed(ACME),
                "mismatch");
        assertUnproven(
                body -> {
                    RawEntity good = positive(body);
                    RawEntity bad = receipt(ID, "processed", micOf(body) + " ");
                    return RawEntity.multipart(
                            bad.bytes(),
                            RawEntity.signature(good.bytes(), "SHA256withRSA", List.of(ACME)));
                },
                "integrity-check-failed");
    }

    @Test
    void believesAReceiptWithoutMicWhereNoneHasToBeSigned() {
        policy = plain(false);
        partner = body -> receipt(ID, "processed", "");
        assertThat(send().state()).isEqualTo(State.RECEIPT_VERIFIED);

        partner = body -> receipt(ID, "processed", micOf(new byte[1]));
        assertThat(send().state()).isEqualTo(State.MIC_MISMATCH);
    }

    @Test
    void doesNotFollowRedirects() {
        status = 302;

        assertThat(send().state()).isEqualTo(State.HTTP_ERROR);
        assertThat(send().httpStatus()).isEqualTo(302);
        assertThat(received).hasSize(2);
    }

    @Test
    void tellsAnHttpErrorAndAnEndlessAnswer() {
        status = 503;
        assertThat(send()).isEqualTo(new As2Outcome(State.HTTP_ERROR, 503, "HTTP status 503"));
        status = 200;
        partner = body -> new RawEntity("Content-Type: text/plain\r\n", new byte[3 << 20]);
        assertThat(send().state()).isEqualTo(State.AMBIGUOUS);
    }

    @Test
    void knowsThatNothingWasSentWhenNobodyListens() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }

        assertThat(send(closed, Duration.ofSeconds(5)).state()).isEqualTo(State.NO_CONNECTION);
    }

    @Test
    void doesNotKnowWhenThePartnerNeverAnswers() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            As2Outcome outcome = send(silent.getLocalPort(), Duration.ofMillis(700));

            assertThat(outcome.state()).isEqualTo(State.AMBIGUOUS);
            assertThat(outcome.httpStatus()).isZero();
        }
    }

    private void assertUnproven(Function<byte[], RawEntity> receipt, String why) {
        assertNot(State.RECEIPT_UNPROVEN, receipt, why);
    }

    private void assertNot(State state, Function<byte[], RawEntity> receipt, String why) {
        partner = receipt;
        As2Outcome outcome = send();
        assertThat(outcome.state()).as(outcome.detail()).isEqualTo(state);
        assertThat(outcome.detail()).contains(why);
    }

    private As2Outcome send() {
        return send(server.getAddress().getPort(), Duration.ofSeconds(20));
    }

    private As2Outcome send(int port, Duration deadline) {
        As2Link link =
                new As2Link(
                        OURS.identity(),
                        "ours",
                        "ac me",
                        URI.create("http://127.0.0.1:" + port + "/as2"),
                        receiptUrl,
                        Optional.of("Basic dXM6Z2VoZWlt"),
                        policy,
                        As2Certificates.active(List.of(ACME.certificate())));
        As2Message message =
                new As2Message(
                        ID,
                        "997",
                        "997.x12",
                        "application/edi-x12",
                        Spool.inMemory("ISA*00".getBytes(ISO_8859_1)));
        return new As2Sender(new Spools(folder), Clock.fixed(As2Party.NOW, ZoneOffset.UTC))
                .send(link, message, deadline, noted::add);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = exchange.getRequestHeaders();
            received.add(
                    String.join(
                            "|",
                            request.getFirst("AS2-From"),
                            request.getFirst("AS2-To"),
                            request.getFirst("Message-ID"),
                            request.getFirst("AS2-Version"),
                            request.getFirst("EDIINT-Features")));
            logins.add(request.getFirst("Authorization"));
            wanted.add(String.valueOf(request.getFirst("Receipt-Delivery-Option")));
            sent.add(exchange.getRequestBody().readAllBytes());
            RawEntity receipt = partner.apply(sent.get(sent.size() - 1));
            exchange.getResponseHeaders().set("Content-Type", receipt.header("Content-Type"));
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            int length = receipt.body().length;
            exchange.sendResponseHeaders(status, length == 0 ? -1 : length);
            exchange.getResponseBody().write(receipt.body());
        }
    }

    private static String micOf(byte[] body) {
        return "Received-Content-MIC: " + RawEntity.mic(body, "SHA-256") + ", sha-256\r\n";
    }

    private static RawEntity positive(byte[] body) {
        return receipt(ID, "processed", micOf(body));
    }

    private static RawEntity receipt(String about, String disposition, String mic) {
        String report =
                "--r\r\nContent-Type: text/plain\r\n\r\nThank you\r\n--r\r\n"
                        + "Content-Type: message/disposition-notification\r\n\r\n"
                        + "Original-Message-ID: "
                        + about
                        + "\r\nDisposition: automatic-action/MDN-sent-automatically;"
                        + disposition
                        + "\r\n"
                        + mic
                        + "\r\n--r--\r\n";
        return new RawEntity(
                "Content-Type: multipart/report; report-type=disposition-notification;"
                        + " boundary=\"r\"\r\n",
                report.getBytes(ISO_8859_1));
    }
}
