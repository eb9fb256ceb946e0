package io.retrogate.as2.conformance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.retrogate.as2.As2Party;
import io.retrogate.as2.CertificateNames;
import io.retrogate.as2.RawEntity;
import io.retrogate.ledger.LedgerView;
import io.retrogate.partner.TradingPartner;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;

/** What the agreement says of TLS, all the way from the folder to the delivery. */
@Timeout(120)
@TestInstance(Lifecycle.PER_CLASS)
class SendingOverTlsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String PINNED = "globex/tls/server.pem";

    private final As2Party globex = As2Party.named("globex");
    private final TlsParty server = TlsParty.selfSigned("server", "as2.inner.example");
    private final AtomicInteger interchanges = new AtomicInteger(700);
    private PlayedPartner partner;
    private TlsScene scene;

    SendingOverTlsTest() throws Exception {}

    @BeforeAll
    void open() throws Exception {
        TlsParty somebody = TlsParty.root("Somebody");
        partner = new PlayedPartner(server.asking(somebody.certificate()), "TLSv1.3");
        partner.answers(200, this::receipt);
        scene =
                new TlsScene(
                        "sending",
                        (agreements, acme) -> {
                            agreements.secret(PINNED, server.certificates());
                            agreements.acknowledged(
                                    "globex",
                                    """
                                    url: %1$s
                                    encryption: { required: false, with: none }
                                    mdn: { deliverTo: ["%1$s"] }
                                    tls: { server: tls/server.pem, ours: OURS TLS }
                                    """
                                            .formatted(partner.url()),
                                    globex);
                        });
    }

    @AfterAll
    void close() throws Exception {
        scene.close();
        partner.close();
    }

    @Test
    void showsTheKeyPairOfOursToThePinnedServer() throws Exception {
        String reference = acknowledged("");

        comesTo(reference, "997", "DELIVERED");
        assertThat(partner.shown).isNotEmpty().allMatch(ours()::equals);
    }

    @Test
    void bringsAReceiptTheSameWay() throws Exception {
        int before = partner.received.size();
        String reference = acknowledged(partner.url().toString());

        comesTo(reference, "MDN", "DELIVERED");
        assertThat(partner.received.subList(before, partner.received.size()))
                .anyMatch(it -> it.body().contains("Original-Message-ID: " + reference));
        assertThat(partner.shown).isNotEmpty().allMatch(ours()::equals);
    }

    @Test
    void saysWhatIsWrongAndTriesAgainUntilItIsMended() throws Exception {
        TlsParty other = TlsParty.selfSigned("other", TlsParty.LOOPBACK);
        pin(other);

        String reference = acknowledged(partner.url().toString());

        for (String form : new String[] {"997", "MDN"}) {
            comesTo(reference, form, "RETRY");
            assertThat(delivery(reference, form).orElseThrow().lastDetail())
                    .contains(
                            "DLV-013",
                            CertificateNames.fingerprint(server.certificate()),
                            "as2.tls.server");
        }
        pin(server);
        comesTo(reference, "997", "DELIVERED");
        comesTo(reference, "MDN", "DELIVERED");
    }

    private void pin(TlsParty party) throws Exception {
        scene.agreements.secret(PINNED, party.certificates());
        await().atMost(PATIENCE)
                .until(
                        () ->
                                scene.gateway
                                        .partners()
                                        .named("globex")
                                        .flatMap(TradingPartner::as2)
                                        .orElseThrow()
                                        .tls()
                                        .server()
                                        .contains(party.certificate()));
    }

    private Certificate ours() throws Exception {
        Path file = scene.home.resolve("data/keys/OURS+TLS.pem");
        try (InputStream pem = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificate(pem);
        }
    }

    /** Sends an interchange of its own, which the gateway answers; the Message-ID. */
    private String acknowledged(String receiptUrl) throws Exception {
        String number = "000000" + interchanges.incrementAndGet();
        Path sample = Path.of("edi-samples/x12/180/announcement/received.edi");
        String interchange = Files.readString(sample, ISO_8859_1).replace("000000701", number);
        RawEntity document = RawEntity.document(interchange.getBytes(ISO_8859_1));
        RawClient client = scene.client(TlsParty.nobodyTrusting(scene.root.certificate()));
        RawClient.Outgoing message =
                client.message(document.signed(globex), scene.newId()).from("globex");
        if (!receiptUrl.isEmpty()) {
            message.with("Receipt-Delivery-Option", receiptUrl);
        }
        assertThat(message.post().status()).isEqualTo(200);
        return message.messageId();
    }

    private RawEntity receipt(WirePart message) {
        if (message.body().contains("Original-Message-ID")) {
            return new RawEntity("", new byte[0]);
        }
        byte[] signed = message.parts().get(0).whole().getBytes(ISO_8859_1);
        String mic = RawEntity.mic(signed, "SHA-256") + ", sha-256";
        String id = message.header("Message-ID");
        return PlayedPartner.report(id, "processed", mic).signed(globex);
    }

    private void comesTo(String messageId, String form, String state) {
        await().atMost(PATIENCE)
                .until(
                        () ->
                                delivery(messageId, form)
                                        .filter(it -> it.state().equals(state))
                                        .isPresent());
    }

    private Optional<LedgerView.Delivery> delivery(String messageId, String form) {
        return scene.gateway.ledger().search(messageId, 10, 0).stream()
                .flatMap(story -> story.deliveries().stream())
                .filter(it -> it.form().equals(form))
                .findFirst();
    }
}
