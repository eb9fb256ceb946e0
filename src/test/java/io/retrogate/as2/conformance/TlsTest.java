package io.retrogate.as2.conformance;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.retrogate.as2.As2Outcome;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** TLS on the AS2 port of the whole gateway, with files as certbot lays them out. */
@Timeout(120)
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class TlsTest {

    private TlsScene scene;

    @BeforeAll
    void open() throws Exception {
        scene = new TlsScene("tls", (agreements, acme) -> {});
    }

    @AfterAll
    void close() throws Exception {
        scene.close();
    }

    @Test
    void takesASignedMessageAndAnswersWithAReceipt() throws Exception {
        As2Outcome outcome = scene.send(TlsParty.nobodyTrusting(scene.root.certificate()));

        assertThat(outcome.state())
                .as(outcome.detail())
                .isEqualTo(As2Outcome.State.RECEIPT_VERIFIED);
    }

    @Test
    void isNotBelievedByWhoDoesNotKnowTheAuthority() throws Exception {
        As2Outcome outcome = scene.send(TlsParty.nobodyTrusting(scene.acme.certificate()));

        assertThat(outcome.state()).isEqualTo(As2Outcome.State.NO_TLS);
        assertThat(outcome.detail()).contains("PKIX path building failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0301", "0302"})
    void refusesVersionsBefore12(String version) throws Exception {
        int port = scene.gateway.url().getPort();

        assertThat(ClientHello.says("0303", port)).isEqualTo(ClientHello.Reply.GOES_ON);
        assertThat(ClientHello.says(version, port)).isEqualTo(ClientHello.Reply.PROTOCOL_VERSION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void speaks(String version) throws Exception {
        SSLContext trusting = TlsParty.nobodyTrusting(scene.root.certificate());
        try (SSLSocket socket = scene.connected(trusting, version)) {
            socket.startHandshake();
            assertThat(socket.getSession().getProtocol()).isEqualTo(version);
        }
    }

    @Test
    void showsARenewedCertificateWithoutARestart() throws Exception {
        TlsParty renewed = scene.authority.issues("renewed", TlsParty.LOOPBACK);
        try (SSLSocket open =
                scene.connected(TlsParty.nobodyTrusting(scene.root.certificate()), "TLSv1.3")) {
            open.startHandshake();

            scene.renew(renewed, renewed);

            await().atMost(Duration.ofSeconds(60))
                    .until(() -> certificateShown(scene.root).equals(renewed.certificate()));
            open.getOutputStream()
                    .write("GET /livez HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(US_ASCII));
            assertThat(new String(open.getInputStream().readNBytes(12), US_ASCII))
                    .isEqualTo("HTTP/1.1 200");
        }
        TlsParty other = TlsParty.root("Other");
        assertThatThrownBy(() -> certificateShown(other)).isInstanceOf(SSLHandshakeException.class);
        assertThat(scene.send(TlsParty.nobodyTrusting(scene.root.certificate())).state())
                .isEqualTo(As2Outcome.State.RECEIPT_VERIFIED);
    }

    @Test
    void keepsTheLastGoodPairUntilKeyAndCertificateBelongTogether(CapturedOutput output)
            throws Exception {
        X509Certificate before = certificateShown(scene.root);
        TlsParty key = scene.authority.issues("key", TlsParty.LOOPBACK);
        TlsParty chain = scene.authority.issues("chain", TlsParty.LOOPBACK);
        int told = output.getAll().length();

        scene.renew(key, chain);

        await().atMost(Duration.ofSeconds(60))
                .until(() -> output.getAll().substring(told).contains("SSL reload error"));
        assertThat(certificateShown(scene.root)).isEqualTo(before);
        scene.renew(chain, chain);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> certificateShown(scene.root).equals(chain.certificate()));
    }

    @Test
    void leavesThePortForHealthAsItIs() throws Exception {
        var request = HttpRequest.newBuilder(scene.gateway.health()).build();

        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

        assertThat(answer.body()).contains("\"status\":\"UP\"");
    }

    private X509Certificate certificateShown(TlsParty believed) throws Exception {
        SSLContext trusting = TlsParty.nobodyTrusting(believed.certificate());
        try (SSLSocket socket = scene.connected(trusting, "TLSv1.3")) {
            socket.startHandshake();
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        }
    }
}
