package io.retrogate.as2.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.retrogate.as2.CertificateNames;
import io.retrogate.as2.RawEntity;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
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

/** Client certificates where they are agreed, beside the signature. */
@Timeout(120)
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class ClientCertificateTest {

    private final TlsParty agreed = TlsParty.selfSigned("guarded", "guarded.example");
    private final TlsParty changing = TlsParty.selfSigned("changing", "changing.example");
    private final TlsParty other = TlsParty.selfSigned("guarded", "guarded.example");
    private TlsScene scene;

    ClientCertificateTest() throws Exception {}

    @BeforeAll
    void open() throws Exception {
        scene =
                new TlsScene(
                        "client-certificates",
                        (agreements, acme) -> {
                            for (TlsParty party : new TlsParty[] {agreed, changing}) {
                                String name = party.name();
                                String file = "tls/" + name + ".pem";
                                agreements.secret(name + "/" + file, party.certificates());
                                String tls = "tls: { client: " + file + " }";
                                agreements.partner(name, name, tls, acme);
                            }
                        });
    }

    @AfterAll
    void close() throws Exception {
        scene.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void letsTheMessageInAndTheSignatureDecides(String version) throws Exception {
        SSLParameters only = new SSLParameters();
        only.setProtocols(new String[] {version});
        HttpClient.Builder http =
                HttpClient.newBuilder().sslContext(showing(agreed)).sslParameters(only);
        RawClient client = new RawClient(scene.gateway.url(), scene.ours.certificate(), http);

        Answer answer = message(client, "guarded").post();

        assertThat(answer.mdn().disposition()).isEqualTo("processed");
        Answer unsigned =
                client.message(Scene.DOCUMENT.encrypted(scene.ours, Scene.AES256), scene.newId())
                        .from("guarded")
                        .post();
        assertThat(unsigned.mdn().disposition()).contains("insufficient-message-security");
    }

    @Test
    void isDemandedWithEachMessage(CapturedOutput output) throws Exception {
        long kept = archived();
        SSLContext nothing = TlsParty.nobodyTrusting(scene.root.certificate());
        Map<SSLContext, String> wrong =
                Map.of(
                        nothing,
                        "nothing",
                        showing(other),
                        CertificateNames.fingerprint(other.certificate()),
                        showing(changing),
                        CertificateNames.fingerprint(changing.certificate()));
        for (var one : wrong.entrySet()) {
            RawClient.Outgoing message = message(scene.client(one.getKey()), "guarded");

            Answer answer = message.post();

            assertThat(answer.status()).as(one.getValue()).isEqualTo(403);
            assertThat(answer.problem()).isEqualTo("RCV-116");
            assertThat(scene.gateway.ledger().search(message.messageId(), 10, 0)).isEmpty();
            assertThat(output)
                    .contains("RCV-116", message.messageId(), one.getValue(), "as2.tls.client");
        }
        assertThat(archived()).isEqualTo(kept);
    }

    @Test
    void isNotWhatAHeaderSays() throws Exception {
        RawClient client = scene.client(TlsParty.nobodyTrusting(scene.root.certificate()));
        String pem = agreed.certificates().replace("\n", "");
        RawClient.Outgoing message = message(client, "guarded");
        for (String header : new String[] {"SSL_CLIENT_CERT", "X-SSL-Cert", "Client-Cert"}) {
            message.with(header, pem);
        }

        assertThat(message.post().problem()).isEqualTo("RCV-116");
    }

    @Test
    void isNothingWithoutItsKey() throws Exception {
        TlsParty thief = new TlsParty("thief", other.keys(), agreed.chain());

        RawClient.Outgoing message = message(scene.client(showing(thief)), "guarded");

        assertThatThrownBy(message::post).isInstanceOf(IOException.class);
        assertThat(scene.gateway.ledger().search(message.messageId(), 10, 0)).isEmpty();
    }

    @Test
    void isDemandedBeforeADuplicateGetsItsReceipt() throws Exception {
        RawClient.Outgoing first = message(scene.client(showing(agreed)), "guarded");
        assertThat(first.post().mdn().disposition()).isEqualTo("processed");

        Answer again =
                scene.client(showing(other))
                        .message(sealed(), first.messageId())
                        .from("guarded")
                        .post();

        assertThat(again.status()).isEqualTo(403);
        assertThat(again.text()).contains("RCV-116").doesNotContain("disposition");
    }

    @Test
    void isAskedOfNobodyElse() throws Exception {
        SSLContext nothing = TlsParty.nobodyTrusting(scene.root.certificate());
        for (SSLContext context : new SSLContext[] {nothing, showing(other), showing(agreed)}) {
            assertThat(message(scene.client(context), "acme").post().mdn().disposition())
                    .isEqualTo("processed");
        }
    }

    @Test
    void changesWithTheFolderAndWithoutARestart() throws Exception {
        TlsParty next = TlsParty.selfSigned("next", "changing.example");
        RawClient before = scene.client(showing(changing));
        RawClient after = scene.client(showing(next));
        assertThat(message(before, "changing").post().status()).isEqualTo(200);
        assertThat(message(after, "changing").post().status()).isEqualTo(403);

        String file = "changing/tls/changing.pem";
        scene.agreements.secret(file, changing.certificates() + next.certificates());

        await().atMost(Duration.ofSeconds(30))
                .until(() -> message(after, "changing").post().status() == 200);
        assertThat(message(before, "changing").post().status()).isEqualTo(200);

        scene.agreements.secret(file, next.certificates());

        await().atMost(Duration.ofSeconds(30))
                .until(() -> message(before, "changing").post().status() == 403);
        assertThat(message(after, "changing").post().mdn().disposition()).isEqualTo("processed");
    }

    private SSLContext showing(TlsParty party) throws Exception {
        return party.trusting(scene.root.certificate());
    }

    private RawClient.Outgoing message(RawClient client, String from) {
        return client.message(sealed(), scene.newId()).from(from);
    }

    private RawEntity sealed() {
        return Scene.DOCUMENT.signed(scene.acme).encrypted(scene.ours, Scene.AES256);
    }

    private long archived() throws IOException {
        Path archive = scene.home.resolve("data/archive");
        try (Stream<Path> files = Files.walk(archive)) {
            return files.filter(Files::isRegularFile).count();
        }
    }
}
