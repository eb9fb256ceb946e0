package io.retrogate.as2.conformance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.retrogate.as2.As2Party;
import io.retrogate.as2.RawEntity;
import io.retrogate.ledger.LedgerView;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Receipts for what we send that come on connections of their own, through the whole gateway. */
abstract class AwaitedReceiptCases {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static int interchanges = 300;

    private final WholeGateway gateway;
    private final PlayedPartner partner;
    private final RawClient client;
    private final As2Party globex;
    private int before;

    AwaitedReceiptCases(AsynchronousReceiptTest suite) {
        this.gateway = suite.gateway();
        this.partner = suite.awaited();
        this.client = suite.client();
        this.globex = suite.globex;
    }

    @BeforeEach
    void answersWithNothing() {
        partner.answers(202, message -> new RawEntity("", new byte[0]));
        before = partner.received.size();
    }

    @Test
    void awaitsTheReceiptAndBelievesIt() throws Exception {
        WirePart sent = acknowledged();

        assertThat(sent.header("Receipt-Delivery-Option")).isEqualTo(WholeGateway.FRONT);
        comesTo(sent, "AWAITED");
        assertThat(delivery(sent.header("Message-ID")).nextAttemptAt().orElseThrow())
                .isBetween(Instant.now().plusSeconds(3_000), Instant.now().plusSeconds(3_600));
        assertThat(reply(sent, "processed", globex).status()).isEqualTo(200);
        comesTo(sent, "DELIVERED");
    }

    @Test
    void believesARefusalAndNobodyElse() throws Exception {
        WirePart sent = acknowledged();
        comesTo(sent, "AWAITED");

        assertThat(reply(sent, "processed", As2Party.named("rogue")).status()).isEqualTo(400);
        comesTo(sent, "AWAITED");
        reply(sent, "processed/Error: decryption-failed", globex);
        comesTo(sent, "DEAD");
    }

    @Test
    void believesAReceiptThatIsFasterThanTheAnswer() throws Exception {
        partner.answers(
                202,
                message -> {
                    try {
                        assertThat(reply(message, "processed", globex).status()).isEqualTo(200);
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                    return new RawEntity("", new byte[0]);
                });

        WirePart sent = acknowledged();

        comesTo(sent, "DELIVERED");
        assertThat(partner.received).hasSize(before + 1);
    }

    @Test
    void believesAReceiptInTheAnswerToo() throws Exception {
        partner.answers(200, message -> receipt(message, "processed").signed(globex));

        comesTo(acknowledged(), "DELIVERED");
    }

    private Answer reply(WirePart sent, String disposition, As2Party signer) throws Exception {
        RawEntity receipt = receipt(sent, disposition).signed(signer);
        return client.message(receipt, "<mdn-" + ++interchanges + "@globex>")
                .from("globex")
                .noReceipt()
                .post();
    }

    private static RawEntity receipt(WirePart sent, String disposition) {
        byte[] signed = sent.parts().get(0).whole().getBytes(ISO_8859_1);
        String mic = RawEntity.mic(signed, "SHA-256") + ", sha-256";
        return PlayedPartner.report(sent.header("Message-ID"), disposition, mic);
    }

    /** Sends an interchange of its own and has what the gateway answers with. */
    private WirePart acknowledged() throws Exception {
        String number = "000000" + ++interchanges;
        String interchange =
                Files.readString(
                                Path.of("edi-samples/x12/180/announcement/received.edi"),
                                ISO_8859_1)
                        .replace("000000701", number);
        RawEntity document = RawEntity.document(interchange.getBytes(ISO_8859_1));
        Answer answer =
                client.message(document.signed(globex), "<" + number + "@globex>")
                        .from("globex")
                        .post();
        assertThat(answer.mdn().disposition()).isEqualTo("processed");
        await().atMost(PATIENCE).until(() -> partner.received.size() > before);
        return partner.received.get(before);
    }

    private void comesTo(WirePart sent, String state) {
        String id = sent.header("Message-ID");
        await().atMost(PATIENCE).until(() -> delivery(id).state().equals(state));
    }

    private LedgerView.Delivery delivery(String messageId) {
        List<LedgerView.Delivery> deliveries =
                gateway.ledger().search("", 200, 0).stream()
                        .flatMap(story -> story.deliveries().stream())
                        .filter(d -> messageId.equals("<" + d.idempotencyKey() + "@retrogate>"))
                        .toList();
        assertThat(deliveries).hasSize(1);
        return deliveries.get(0);
    }
}
