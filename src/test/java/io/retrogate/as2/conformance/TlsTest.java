package io.retrogate.as2.conformance;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.retrogate.as2.As2Link;
import io.retrogate.as2.As2Message;
import io.retrogate.as2.As2Outcome;
import io.retrogate.as2.As2Party;
import io.retrogate.as2.As2Policy;
import io.retrogate.as2.As2Sender;
import io.retrogate.as2.Spools;
import io.retrogate.edi.Content;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** TLS on the AS2 port of the whole gateway, with files as certbot lays them out. */
@Timeout(120)
@TestInstance(Lifecycle.PER_CLASS)
class TlsTest {

    private final As2Party ours = As2Party.named("ours");
    private final As2Party acme = As2Party.named("acme");
    private final AtomicInteger ids = new AtomicInteger();
    private final Path home = WholeGateway.home("tls");
    private TlsParty root;
    private TlsParty authority;
    private TlsParty shown;
    private WholeGateway gateway;

    @BeforeAll
    void open() throws Exception {
        root = TlsParty.root("Root");
        authority = root.below("Authority");
        shown = authority.issues("gateway", TlsParty.LOOPBACK);
        Path live = Files.createDirectories(home.resolve("live")).toAbsolutePath();
        renew(shown, 1);
        Agreements agreements = new Agreements(home, home.resolve("data/keys"));
        agreements.key(Agreements.OURS + ".p12", ours).partner("acme", "acme", "", acme);
        gateway =
                new WholeGateway(
                        home.resolve("data"),
                        agreements,
                        "--server.ssl.bundle=web",
                        "--spring.ssl.bundle.pem.web.keystore.certificate=file:"
                                + live.resolve("fullchain.pem"),
                        "--spring.ssl.bundle.pem.web.keystore.private-key=file:"
                                + live.resolve("privkey.pem"),
                        "--spring.ssl.bundle.watch.file.quiet-period=200ms");
    }

    @AfterAll
    void close() throws Exception {
        gateway.close();
    }

    @Test
    void takesASignedMessageAndAnswersWithAReceipt() throws Exception {
        As2Outcome outcome = send(gateway.url(), TlsParty.nobodyTrusting(root.certificate()));

        assertThat(outcome.state())
                .as(outcome.detail())
                .isEqualTo(As2Outcome.State.RECEIPT_VERIFIED);
        assertThat(gateway.ledger().search("<tls-" + ids.get() + "@acme>", 10, 0)).hasSize(1);
    }

    @Test
    void isNotBelievedByWhoDoesNotKnowTheAuthority() throws Exception {
        As2Outcome outcome = send(gateway.url(), TlsParty.nobodyTrusting(acme.certificate()));

        assertThat(outcome.state()).isEqualTo(As2Outcome.State.NO_CONNECTION);
        assertThat(outcome.detail()).contains("PKIX path building failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0301", "0302"})
    void refusesVersionsBefore12(String version) throws Exception {
        int port = gateway.url().getPort();

        assertThat(ClientHello.says("0303", port)).isEqualTo(ClientHello.Reply.GOES_ON);
        assertThat(ClientHello.says(version, port)).isEqualTo(ClientHello.Reply.PROTOCOL_VERSION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void speaks(String version) throws Exception {
        SSLContext trusting = TlsParty.nobodyTrusting(root.certificate());
        try (SSLSocket socket = connected(trusting, version)) {
            socket.startHandshake();
            assertThat(socket.getSession().getProtocol()).isEqualTo(version);
        }
    }

    @Test
    void showsARenewedCertificateWithoutARestart() throws Exception {
        assertThat(certificateShown(root)).isEqualTo(shown.certificate());
        TlsParty renewed = authority.issues("renewed", TlsParty.LOOPBACK);
        try (SSLSocket open = connected(TlsParty.nobodyTrusting(root.certificate()), "TLSv1.3")) {
            open.startHandshake();

            renew(renewed, 2);

            await().atMost(Duration.ofSeconds(60))
                    .until(() -> certificateShown(root).equals(renewed.certificate()));
            open.getOutputStream()
                    .write("GET /livez HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(US_ASCII));
            assertThat(new String(open.getInputStream().readNBytes(12), US_ASCII))
                    .isEqualTo("HTTP/1.1 200");
        }
        TlsParty other = TlsParty.root("Other");
        assertThatThrownBy(() -> certificateShown(other)).isInstanceOf(SSLHandshakeException.class);
        assertThat(send(gateway.url(), TlsParty.nobodyTrusting(root.certificate())).state())
                .isEqualTo(As2Outcome.State.RECEIPT_VERIFIED);
    }

    /** As certbot does: new files beside the old ones, then links are turned to them. */
    private void renew(TlsParty party, int number) throws Exception {
        Path live = home.resolve("live").toAbsolutePath();
        Path archive = Files.createDirectories(home.resolve("renewed")).toAbsolutePath();
        Path key = archive.resolve("privkey" + number + ".pem");
        Path chain = archive.resolve("fullchain" + number + ".pem");
        Files.writeString(key, party.key());
        Files.writeString(chain, party.certificates());
        for (Path file : List.of(key, chain)) {
            String name = String.valueOf(file.getFileName()).replace(number + ".pem", ".pem");
            Path link = live.resolve(name + ".new");
            Files.createSymbolicLink(link, file);
            Files.move(link, live.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private X509Certificate certificateShown(TlsParty believed) throws Exception {
        SSLContext trusting = TlsParty.nobodyTrusting(believed.certificate());
        try (SSLSocket socket = connected(trusting, "TLSv1.3")) {
            socket.startHandshake();
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        }
    }

    private SSLSocket connected(SSLContext trusting, String version) throws Exception {
        int port = gateway.url().getPort();
        SSLSocket socket =
                (SSLSocket) trusting.getSocketFactory().createSocket(TlsParty.LOOPBACK, port);
        socket.setSoTimeout(20_000);
        socket.setEnabledProtocols(new String[] {version});
        return socket;
    }

    /** By one whose JVM believes no more than this. */
    private As2Outcome send(URI url, SSLContext believing) throws Exception {
        SSLContext before = SSLContext.getDefault();
        SSLContext.setDefault(believing);
        try {
            As2Link link =
                    new As2Link(
                            acme.identity(),
                            "acme",
                            Agreements.OURS,
                            url,
                            As2Policy.strict(),
                            List.of(ours.certificate()));
            String id = "<tls-" + ids.incrementAndGet() + "@acme>";
            As2Message message =
                    new As2Message(id, "180", "a.x12", "application/edi-x12", document());
            return new As2Sender(new Spools(home.resolve("sent")), Clock.systemUTC())
                    .send(link, message, Duration.ofSeconds(60));
        } finally {
            SSLContext.setDefault(before);
        }
    }

    private static Content document() {
        return new Content() {
            @Override
            public InputStream open() {
                return new ByteArrayInputStream(Scene.X12);
            }

            @Override
            public long size() {
                return Scene.X12.length;
            }
        };
    }
}
