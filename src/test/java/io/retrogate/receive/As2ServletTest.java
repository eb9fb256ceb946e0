package io.retrogate.receive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.retrogate.as2.As2Party;
import io.retrogate.as2.As2Policy;
import io.retrogate.as2.RawEntity;
import io.retrogate.as2.ReceivedMdn;
import io.retrogate.ledger.Acceptance.Outcome;
import io.retrogate.ledger.Failpoint;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class As2ServletTest {

    private static final String AES256 = "2.16.840.1.101.3.4.1.42";
    private static final As2Party ACME = As2Party.named("acme");
    private static final As2Party GLOBEX = As2Party.named("globex");
    private static final RawEntity DOCUMENT =
            RawEntity.document("ISA*00*~\r\n".getBytes(ISO_8859_1));
    private static final String DOCUMENT_MIC = RawEntity.mic(DOCUMENT.bytes(), "SHA-256");

    @TempDir private Path folder;
    private As2Front front;

    @BeforeEach
    void start() throws Exception {
        front =
                new As2Front(
                        folder,
                        new As2PartnersOnly()
                                .with("acme", As2Policy.strict(), ACME)
                                .with("globex corp", As2Policy.strict(), GLOBEX));
    }

    @AfterEach
    void stop() throws Exception {
        front.close();
    }

    @Test
    void keepsAMessageBeforeItAnswersWithASignedReceipt() throws IOException {
        RawEntity sent = message(DOCUMENT);

        HttpResponse<byte[]> response = front.post(sent, As2Front.headers("<1 x@acme>"));

        ReceivedMdn mdn = As2Front.mdn(response);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(mdn.isSignedBy(As2Front.OURS.certificate())).isTrue();
        assertThat(mdn.disposition()).isEqualTo("processed");
        assertThat(mdn.mic()).isEqualTo(DOCUMENT_MIC + ", sha-256");
        assertThat(mdn.field("Original-Message-ID")).isEqualTo("<1 x@acme>");
        assertThat(mdn.field("Final-Recipient")).isEqualTo("rfc822; ours");
        assertThat(response.headers().firstValue("AS2-From")).contains("ours");
        assertThat(response.headers().firstValue("AS2-To")).contains("acme");
        await().untilAsserted(() -> assertThat(front.reached).contains(Failpoint.RECEIPT_SENT));
        assertThat(front.reached)
                .containsExactly(
                        Failpoint.BODY_RECEIVED,
                        Failpoint.ARCHIVED,
                        Failpoint.RECEIPT_SIGNED,
                        Failpoint.ACCEPTED,
                        Failpoint.RECEIPT_SENT);
        var arrival = front.ledger.accepted.get(0);
        assertThat(arrival.partner()).isEqualTo("acme");
        assertThat(arrival.uniqueKey()).isEqualTo("as2|acme|ours|<1 x@acme>");
        assertThat(arrival.messageId()).isEqualTo("<1 x@acme>");
        assertThat(arrival.refusal()).isEmpty();
        assertThat(front.archive.bytes(arrival.wireAddress())).isEqualTo(sent.body());
        assertThat(front.archive.bytes(arrival.payloadAddress())).isEqualTo(DOCUMENT.body());
        assertThat(arrival.sha256()).isEqualTo(RememberingArchive.sha256(DOCUMENT.body()));
        var stored = arrival.receipt().orElseThrow();
        assertThat(stored.body().getBytes(ISO_8859_1)).isEqualTo(response.body());
        assertThat(stored.headers()).contains("Content-Type: " + mdn.contentType());
    }

    @Test
    void servesManyPartnersOnOneUrlEachWithItsOwnCertificate() throws IOException {
        Map<String, String> asGlobex = As2Front.headers("<1@x>");
        asGlobex.put("AS2-From", "\"globex corp\"");

        ReceivedMdn acme = As2Front.mdn(front.post(message(DOCUMENT), As2Front.headers("<1@x>")));
        ReceivedMdn globex = As2Front.mdn(front.post(messageBy(GLOBEX), asGlobex));
        ReceivedMdn forged = As2Front.mdn(front.post(messageBy(ACME), asGlobex));

        assertThat(acme.disposition()).isEqualTo("processed");
        assertThat(globex.disposition()).isEqualTo("processed");
        assertThat(forged.disposition()).isEqualTo("processed/Error: authentication-failed");
        assertThat(front.ledger.outcomes).containsOnly(Outcome.NEW);
    }

    @Test
    void replaysTheStoredReceiptToAResendThatWasEncryptedAgain() throws IOException {
        HttpResponse<byte[]> first = front.post(message(DOCUMENT), As2Front.headers("<1@acme>"));
        HttpResponse<byte[]> second = front.post(message(DOCUMENT), As2Front.headers("<1@acme>"));

        assertThat(front.ledger.outcomes).containsExactly(Outcome.NEW, Outcome.DUPLICATE);
        assertThat(second.body()).isEqualTo(first.body());
        for (String name : List.of("Message-ID", "Date", "Content-Type", "AS2-From")) {
            assertThat(second.headers().firstValue(name))
                    .isPresent()
                    .isEqualTo(first.headers().firstValue(name));
        }
    }

    @Test
    void refusesOtherContentUnderAKnownMessageId() throws IOException {
        front.post(message(DOCUMENT), As2Front.headers("<1@acme>"));
        RawEntity other = message(RawEntity.document("ISA*01".getBytes(ISO_8859_1)));

        ReceivedMdn mdn = As2Front.mdn(front.post(other, As2Front.headers("<1@acme>")));

        assertThat(mdn.disposition()).isEqualTo("processed/Error: duplicate-document");
        assertThat(mdn.isSignedBy(As2Front.OURS.certificate())).isTrue();
    }

    @Test
    void answersConcurrentCopiesWithOneReceipt() {
        List<CompletableFuture<byte[]>> copies = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            RawEntity copy = message(DOCUMENT);
            copies.add(
                    CompletableFuture.supplyAsync(
                            () -> {
                                try {
                                    return front.post(copy, As2Front.headers("<1@acme>")).body();
                                } catch (IOException e) {
                                    throw new IllegalStateException(e);
                                }
                            }));
        }
        byte[] first = copies.get(0).join();

        assertThat(copies).allSatisfy(copy -> assertThat(copy.join()).isEqualTo(first));
        assertThat(front.ledger.outcomes).hasSize(6).containsOnlyOnce(Outcome.NEW);
    }

    @Test
    void recordsWhatItRefusesWithoutClaimingItsMessageId() throws IOException {
        ReceivedMdn forged = As2Front.mdn(front.post(messageBy(GLOBEX), headers()));
        ReceivedMdn unsigned =
                As2Front.mdn(front.post(DOCUMENT.encrypted(As2Front.OURS, AES256), headers()));
        ReceivedMdn nobody =
                As2Front.mdn(
                        front.post(DOCUMENT.signed().encrypted(As2Front.OURS, AES256), headers()));
        ReceivedMdn real = As2Front.mdn(front.post(message(DOCUMENT), headers()));

        assertThat(forged.disposition()).isEqualTo("processed/Error: authentication-failed");
        assertThat(forged.isSignedBy(As2Front.OURS.certificate())).isTrue();
        assertThat(unsigned.disposition())
                .isEqualTo("processed/Error: insufficient-message-security");
        assertThat(nobody.disposition()).isEqualTo("processed/Error: authentication-failed");
        assertThat(real.disposition()).isEqualTo("processed");
        assertThat(front.ledger.accepted)
                .extracting(a -> a.uniqueKey().isEmpty())
                .containsExactly(true, true, true, false);
        assertThat(front.ledger.accepted)
                .extracting(a -> a.refusal())
                .containsExactly(
                        "authentication-failed",
                        "insufficient-message-security",
                        "authentication-failed",
                        "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AS2-From:Acme", "AS2-From:stranger", "AS2-To:theirs"})
    void answersUnknownNamesWithANegativeReceipt(String changed) throws IOException {
        Map<String, String> headers = headers();
        headers.put(changed.split(":")[0], changed.split(":")[1]);

        ReceivedMdn mdn = As2Front.mdn(front.post(message(DOCUMENT), headers));

        assertThat(mdn.disposition()).isEqualTo("processed/Error: unknown-trading-relationship");
        assertThat(mdn.isSigned()).isEqualTo(!changed.contains("theirs"));
        assertThat(front.ledger.accepted.get(0).partner()).isEmpty();
        assertThat(front.ledger.accepted.get(0).uniqueKey()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void promisesNothingWhenTheArchiveIsFull(int nth) throws IOException {
        front.archive.failFrom(nth);

        HttpResponse<byte[]> response = front.post(message(DOCUMENT), headers());

        assertProblem(response, 503, "RCV-110");
        assertThat(response.headers().firstValue("Retry-After")).contains("7");
        assertThat(front.ledger.accepted).isEmpty();
    }

    @Test
    void promisesNothingWhenTheLedgerFails() throws IOException {
        front.ledger.fail();

        HttpResponse<byte[]> response = front.post(message(DOCUMENT), headers());

        assertProblem(response, 503, "RCV-110");
        assertThat(response.headers().firstValue("Retry-After")).contains("7");
        assertThat(front.reached).doesNotContain(Failpoint.ACCEPTED, Failpoint.RECEIPT_SENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AS2-From", "AS2-To", "Message-ID"})
    void wantsTheThreeHeadersOfEveryMessage(String missing) throws IOException {
        Map<String, String> headers = headers();
        headers.remove(missing);

        assertProblem(front.post(message(DOCUMENT), headers), 400, "RCV-102");
        assertThat(front.archive.size()).isZero();
    }

    @Test
    void refusesNamesThatAreTooLong() throws IOException {
        Map<String, String> headers = headers();
        headers.put("AS2-From", "x".repeat(129));

        assertProblem(front.post(message(DOCUMENT), headers), 400, "RCV-102");
    }

    @Test
    void takesNothingButPost() throws IOException {
        HttpResponse<byte[]> response = front.send(HttpRequest.newBuilder(front.url()).build());

        assertProblem(response, 405, "RCV-101");
        assertThat(response.headers().firstValue("Allow")).contains("POST");
    }

    @Test
    void refusesAnEmptyBody() throws IOException {
        assertProblem(
                front.post(message(DOCUMENT).withBody(new byte[0]), headers()), 400, "RCV-103");
        assertThat(front.archive.size()).isZero();
    }

    @Test
    void refusesToReadMoreThanItsLimits() throws IOException {
        Map<String, String> stranger = headers();
        stranger.put("AS2-From", "stranger");
        RawEntity noise = message(DOCUMENT).withBody(noise(2 << 20));
        var chunked =
                BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(noise.body()));

        assertProblem(front.post(noise, stranger), 413, "RCV-104");
        assertProblem(front.post(noise, stranger, chunked), 413, "RCV-104");
        assertThat(front.archive.size()).isZero();
    }

    @Test
    void refusesTenMegabytesOfNoise() throws IOException {
        RawEntity noise = message(DOCUMENT).withBody(noise(10 << 20));

        ReceivedMdn mdn = As2Front.mdn(front.post(noise, headers()));

        assertThat(mdn.disposition()).isEqualTo("processed/Error: decryption-failed");
        assertThat(front.ledger.accepted.get(0).refusal()).isEqualTo("decryption-failed");
    }

    @Test
    void keepsNothingOfABodyThatIsCut() throws IOException {
        String request =
                "POST /as2 HTTP/1.1\r\nHost: x\r\nAS2-From: acme\r\nAS2-To: ours\r\n"
                        + "Message-ID: <1@acme>\r\nContent-Length: 1000\r\n\r\nISA*00";
        try (Socket socket = new Socket("127.0.0.1", front.port())) {
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            socket.shutdownOutput();
            String answer = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
            assertThat(answer).doesNotContain("200");
        }
        assertThat(front.archive.size()).isZero();
        assertThat(front.ledger.accepted).isEmpty();
    }

    @Test
    void answersWithoutReceiptOnlyAfterKeepingTheMessage() throws IOException {
        Map<String, String> quiet = headers();
        quiet.remove("Disposition-Notification-To");
        quiet.remove("Disposition-Notification-Options");

        HttpResponse<byte[]> good = front.post(message(DOCUMENT), quiet);
        HttpResponse<byte[]> bad = front.post(messageBy(GLOBEX), quiet);

        assertThat(good.statusCode()).isEqualTo(200);
        assertThat(good.body()).isEmpty();
        assertThat(front.ledger.accepted.get(0).receipt()).isEmpty();
        assertProblem(bad, 403, "RCV-108");
        assertThat(front.ledger.accepted).hasSize(2);
    }

    @Test
    void answersOptionsItCannotReadWithAnUnsignedReceipt() throws IOException {
        Map<String, String> headers = headers();
        headers.put("Disposition-Notification-Options", "%%; = ,,;signed-receipt-protocol");

        ReceivedMdn mdn = As2Front.mdn(front.post(message(DOCUMENT), headers));

        assertThat(mdn.contentType()).startsWith("multipart/report");
        assertThat(mdn.disposition()).isEqualTo("processed");
        assertThat(mdn.mic()).isEqualTo(DOCUMENT_MIC + ", sha-256");
    }

    @Test
    void saysThatAsynchronousReceiptsAreNotOffered() throws IOException {
        Map<String, String> headers = headers();
        headers.put("Receipt-Delivery-Option", "http://127.0.0.1:1/mdn");

        assertProblem(front.post(message(DOCUMENT), headers), 400, "RCV-107");
        assertThat(front.archive.size()).isZero();
    }

    private static void assertProblem(HttpResponse<byte[]> response, int status, String id)
            throws IOException {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(t -> assertThat(t).startsWith("application/problem+json"));
        var problem = new ObjectMapper().readTree(new String(response.body(), UTF_8));
        assertThat(problem.get("type").asText()).endsWith(id);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("title").asText()).isNotBlank();
    }

    private static Map<String, String> headers() {
        return As2Front.headers("<1@acme>");
    }

    private static RawEntity message(RawEntity document) {
        return document.signed(ACME).encrypted(As2Front.OURS, AES256);
    }

    private static RawEntity messageBy(As2Party signer) {
        return DOCUMENT.signed(signer).encrypted(As2Front.OURS, AES256);
    }

    private static byte[] noise(int size) {
        byte[] noise = new byte[size];
        new Random(42).nextBytes(noise);
        return noise;
    }
}
