package io.retrogate.receive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.retrogate.as2.RawEntity;
import io.retrogate.as2.ReceivedMdn;
import io.retrogate.ledger.Acceptance.Outcome;
import io.retrogate.ledger.Failpoint;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class As2ServletTest extends As2ServletCase {

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

    @Test
    void takesChunkedBodiesAndThoseThatWaitForContinue() throws IOException {
        RawEntity sent = message(DOCUMENT);
        var chunked =
                BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(sent.body()));
        HttpRequest.Builder waiting =
                HttpRequest.newBuilder(front.url())
                        .expectContinue(true)
                        .header("Content-Type", sent.header("Content-Type"))
                        .POST(BodyPublishers.ofByteArray(sent.body()));
        As2Front.headers("<2@acme>").forEach(waiting::header);

        assertThat(As2Front.mdn(front.post(sent, headers(), chunked)).disposition())
                .isEqualTo("processed");
        assertThat(As2Front.mdn(front.send(waiting.build())).disposition()).isEqualTo("processed");
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
}
