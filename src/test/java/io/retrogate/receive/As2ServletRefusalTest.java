package io.retrogate.receive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.as2.RawEntity;
import io.retrogate.as2.ReceivedMdn;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class As2ServletRefusalTest extends As2ServletCase {

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
    @ValueSource(
            strings = {
                "AS2-From:Acme",
                "AS2-From:stranger",
                "AS2-To:theirs",
                "AS2-From:stranger AS2-To:theirs"
            })
    void answersUnknownNamesWithANegativeReceipt(String changed) throws IOException {
        Map<String, String> headers = headers();
        for (String header : changed.split(" ", -1)) {
            headers.put(header.split(":")[0], header.split(":")[1]);
        }

        ReceivedMdn mdn = As2Front.mdn(front.post(message(DOCUMENT), headers));

        assertThat(mdn.disposition()).isEqualTo("processed/Error: unknown-trading-relationship");
        assertThat(mdn.isSigned()).isEqualTo(!changed.contains("stranger AS2-To"));
        assertThat(front.ledger.accepted.get(0).partner()).isEmpty();
        assertThat(front.ledger.accepted.get(0).uniqueKey()).isEmpty();
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
    void sendsReceiptsNowhereButWhereThatIsAgreed() throws IOException {
        Map<String, String> headers = headers();
        headers.put("Receipt-Delivery-Option", "http://127.0.0.1:1/mdn");

        assertProblem(front.post(message(DOCUMENT), headers), 400, "RCV-107");
        assertThat(front.archive.size()).isZero();
    }

    @Test
    void saysNothingToAPartnerForWhomWeHaveNoKey() throws IOException {
        Map<String, String> headers = headers();
        headers.put("AS2-To", "keyless");

        assertProblem(front.post(message(DOCUMENT), headers), 503, "RCV-111");
        assertThat(front.ledger.accepted).isEmpty();
    }

    @Test
    void refusesWhatABugOfOursCannotOpen() throws IOException {
        front.archive.breakOpening();

        ReceivedMdn mdn = As2Front.mdn(front.post(message(DOCUMENT), headers()));

        assertThat(mdn.disposition()).isEqualTo("processed/Error: unexpected-processing-error");
        assertThat(mdn.body()).doesNotContain("a bug");
        assertThat(front.ledger.accepted.get(0).uniqueKey()).isEmpty();
    }

    @Test
    void refusesABrokenTransferEncoding() throws IOException {
        RawEntity broken = DOCUMENT.base64().withBody("A".getBytes(ISO_8859_1));

        ReceivedMdn mdn = As2Front.mdn(front.post(message(broken), headers()));

        assertThat(mdn.disposition()).isEqualTo("processed/Error: unexpected-processing-error");
        assertThat(front.ledger.accepted.get(0).payloadAddress()).isEmpty();
    }

    @Test
    void refusesAnAbsurdContentLengthBeforeReading() throws IOException {
        String request =
                "POST /as2 HTTP/1.1\r\nHost: x\r\nAS2-From: acme\r\nAS2-To: ours\r\n"
                        + "Message-ID: <1@acme>\r\nContent-Length: 3000000000\r\n\r\n";
        try (Socket socket = new Socket("127.0.0.1", front.port())) {
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            byte[] start = socket.getInputStream().readNBytes(12);
            assertThat(new String(start, ISO_8859_1)).isEqualTo("HTTP/1.1 413");
        }
    }
}
