package io.retrogate.as2.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.retrogate.as2.As2Party;
import io.retrogate.as2.RawEntity;
import io.retrogate.ledger.LedgerView;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The cases A16 to A19, through the whole gateway: the receipt is a delivery of its own. */
@Timeout(120)
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class AsynchronousReceiptTest {

    private final As2Party ours = As2Party.named("ours");
    private final As2Party acme = As2Party.named("acme");
    final As2Party globex = As2Party.named("globex");
    private final As2Party stranger = As2Party.named("stranger");
    private final AtomicInteger ids = new AtomicInteger();
    private PlayedPartner partner;
    private PlayedPartner awaited;
    private WholeGateway gateway;
    private RawClient client;

    @BeforeAll
    void open() throws Exception {
        partner = new PlayedPartner();
        awaited = new PlayedPartner();
        gateway = new WholeGateway(ours, acme, partner.url(), globex, awaited.url());
        client = new RawClient(gateway.url(), ours.certificate());
    }

    @AfterAll
    void close() throws Exception {
        gateway.close();
        partner.close();
        awaited.close();
    }

    WholeGateway gateway() {
        return gateway;
    }

    PlayedPartner awaited() {
        return awaited;
    }

    RawClient client() {
        return client;
    }

    @Nested
    class ForWhatWeSend extends AwaitedReceiptCases {
        ForWhatWeSend() {
            super(AsynchronousReceiptTest.this);
        }
    }

    @Test
    void a16BringsASignedReceiptOnAConnectionOfItsOwn() throws Exception {
        var message = to(partner.url() + "?message=16", acme);

        Answer answer = message.post();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEmpty();
        WireMdn mdn = receipt(message);
        assertThat(mdn.disposition()).isEqualTo("processed");
        assertThat(mdn.signed()).isTrue();
        assertThat(mdn.mic()).contains(Scene.mic(Scene.DOCUMENT));
    }

    @Test
    void a16BringsARefusalToo() throws Exception {
        var message = to(partner.url().toString(), stranger);

        assertThat(message.post().text()).isEmpty();

        assertThat(receipt(message).disposition())
                .isEqualTo("processed/Error: authentication-failed");
    }

    @Test
    void a17TriesUntilThePartnerIsThereAndOnceOnly() throws Exception {
        var message = to(gateway.later().toString(), acme);

        assertThat(message.post().status()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> delivery(message).state().equals("RETRY"));
        // A resend while it is underway asks for nothing more.
        assertThat(
                        client.message(sealed(acme), message.messageId())
                                .with("Receipt-Delivery-Option", gateway.later().toString())
                                .post()
                                .status())
                .isEqualTo(200);

        try (PlayedPartner back = new PlayedPartner(gateway.later().getPort())) {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> delivery(message).state().equals("DELIVERED"));
            assertThat(back.received).hasSize(1);
            WireMdn mdn = WireMdn.read(back.received.get(0), message.about());
            assertThat(mdn.disposition()).isEqualTo("processed");
        }
    }

    @Test
    void a18KeepsReceiptsOfOneConnectionApart() throws Exception {
        var first = message(acme);
        var second = to(partner.url().toString(), acme);
        var third = message(acme);
        var fourth = to(partner.url().toString(), stranger);
        var fifth = message(acme);

        try (RawConnection connection = new RawConnection(gateway.url().getPort())) {
            for (var message : List.of(first, second, third, fourth, fifth)) {
                int length = message.body().length;
                connection.write(message.head() + "Content-Length: " + length + "\r\n\r\n");
                Answer answer = Answer.of(connection.write(message.body()).next(), message.about());
                assertThat(answer.status()).isEqualTo(200);
                if (message == second || message == fourth) {
                    assertThat(answer.text()).isEmpty();
                } else {
                    assertThat(answer.mdn().disposition()).isEqualTo("processed");
                }
            }
        }
        assertThat(receipt(second).disposition()).isEqualTo("processed");
        assertThat(receipt(fourth).disposition())
                .isEqualTo("processed/Error: authentication-failed");
        for (var message : List.of(first, third, fifth)) {
            assertThat(receipts(message)).isEmpty();
        }
    }

    @Test
    void a19SendsNothingWhereThatIsNotAgreed(CapturedOutput output) throws Exception {
        String[] elsewhere = {
            "http://127.0.0.1:1/mdn",
            "http://127.0.0.1:" + partner.url().getPort() + "/other",
            "http://user@127.0.0.1:" + partner.url().getPort() + "/as2",
            "mailto:edi@acme.example",
            "not a URL"
        };
        for (String url : elsewhere) {
            var message = to(url, acme);

            Answer answer = message.post();

            assertThat(answer.status()).as(url).isEqualTo(400);
            assertThat(answer.problem()).as(url).isEqualTo("RCV-107");
            assertThat(gateway.ledger().search(message.messageId(), 10, 0)).isEmpty();
            assertThat(receipts(message)).isEmpty();
            assertThat(output).contains("RCV-107", message.messageId(), url);
        }
    }

    private RawEntity sealed(As2Party signer) {
        return Scene.DOCUMENT.signed(signer).encrypted(ours, Scene.AES256);
    }

    private RawClient.Outgoing message(As2Party signer) {
        return client.message(sealed(signer), "<async-" + ids.incrementAndGet() + "@acme>");
    }

    private RawClient.Outgoing to(String url, As2Party signer) {
        return message(signer).with("Receipt-Delivery-Option", url);
    }

    private List<WirePart> receipts(RawClient.Outgoing message) {
        return partner.received.stream()
                .filter(mdn -> mdn.body().contains("Original-Message-ID: " + message.messageId()))
                .toList();
    }

    /** The only one about this message. */
    private WireMdn receipt(RawClient.Outgoing message) throws Exception {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> delivery(message).state().equals("DELIVERED"));
        assertThat(receipts(message)).hasSize(1);
        return WireMdn.read(receipts(message).get(0), message.about());
    }

    private LedgerView.Delivery delivery(RawClient.Outgoing message) {
        return gateway.ledger().search(message.messageId(), 10, 0).stream()
                .flatMap(story -> story.deliveries().stream())
                .filter(delivery -> delivery.form().equals("MDN"))
                .findFirst()
                .orElseThrow();
    }
}
