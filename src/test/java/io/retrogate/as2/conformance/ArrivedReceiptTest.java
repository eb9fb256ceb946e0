package io.retrogate.as2.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.as2.ArrivedReceipt;
import io.retrogate.as2.As2Certificates;
import io.retrogate.as2.As2Outcome;
import io.retrogate.as2.As2Party;
import io.retrogate.as2.As2Policy;
import io.retrogate.as2.Mic;
import io.retrogate.as2.MimeHeaders;
import io.retrogate.as2.RawEntity;
import io.retrogate.as2.Spools;
import io.retrogate.edi.Content;
import io.retrogate.ledger.AwaitedReceipts.Arrived;
import io.retrogate.ledger.DeliveryOutcome;
import io.retrogate.ledger.DeliveryOutcome.State;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Receipts for what we sent, on connections of their own: only proof ends a delivery. */
@Timeout(120)
@TestInstance(Lifecycle.PER_CLASS)
class ArrivedReceiptTest {

    private static final String ID = "<997-1@retrogate>";
    private static final String MIC = "YWJj, sha-256";

    private Scene scene;
    private UUID delivery;

    @BeforeAll
    void open(@TempDir Path directory) throws Exception {
        scene = new Scene(directory);
        delivery = scene.front.receipts.expect(ID, MIC);
    }

    @AfterAll
    void close() throws Exception {
        scene.close();
    }

    @Test
    void believesASignedReceiptWithOurMic() throws Exception {
        Arrived receipt = taken(report("processed", "YWJj, SHA256").signed(scene.acme), 200);

        assertThat(receipt.outcome().map(DeliveryOutcome::state)).contains(State.DELIVERED);
        assertThat(receipt.headers()).containsIgnoringCase("AS2-From: acme\r\n");
        assertThat(scene.front.archive.bytes(receipt.address())).asString().contains(ID);
    }

    @Test
    void believesARefusal() throws Exception {
        RawEntity refusal = report("processed/Error: decryption-failed", MIC);

        assertThat(taken(refusal.signed(scene.acme), 200).outcome())
                .hasValueSatisfying(o -> assertThat(o.state()).isEqualTo(State.DEAD))
                .hasValueSatisfying(o -> assertThat(o.detail()).contains("decryption-failed"));
    }

    @Test
    void hasItSentAgainWhereThePartnerHasOtherBytes() throws Exception {
        for (String other : new String[] {"eHl6, sha-256", "YWJj, sha-512"}) {
            Arrived receipt = taken(report("processed", other).signed(scene.acme), 200);

            assertThat(receipt.outcome().map(DeliveryOutcome::state)).contains(State.RETRY);
            assertThat(receipt.judgement()).startsWith("MIC_MISMATCH");
        }
    }

    @Test
    void keepsWhatProvesNothingAndEndsNothing() throws Exception {
        RawEntity report = report("processed", MIC);
        As2Party rogue = As2Party.named("rogue");
        RawEntity changed =
                RawEntity.multipart(
                        report.bytes(),
                        RawEntity.signature(
                                report("failed/Failure: x", MIC).bytes(),
                                "SHA256withRSA",
                                java.util.List.of(scene.acme)));
        for (RawEntity unproven :
                new RawEntity[] {
                    report,
                    report.signed(),
                    report.signed(rogue),
                    report.signed(scene.globex),
                    changed
                }) {
            Arrived receipt = taken(unproven, 400);

            assertThat(receipt.outcome()).isEmpty();
            assertThat(receipt.judgement()).containsAnyOf("UNSIGNED", "UNPROVEN");
        }
    }

    @Test
    void refusesOneAboutNothingThatWeSent() throws Exception {
        int before = scene.front.receipts.arrived.size();
        RawEntity good = report("processed", MIC).signed(scene.acme);
        RawEntity other = PlayedPartner.report("<x@retrogate>", "processed", MIC);

        refused(scene.message(other.signed(scene.acme)));
        refused(scene.message(good).from("nobody"));
        assertThat(scene.front.receipts.arrived).hasSize(before);
        assertThat(scene.front.ledger.accepted).isEmpty();
    }

    /** Nobody told the partner an algorithm, and by its own we have no MIC to compare with. */
    @Test
    void believesAnotherAlgorithmWhereAReceiptNeedNotBeSigned(@TempDir Path spool) {
        for (String theirs : new String[] {"eHl6, sha-512", MIC}) {
            assertThat(lenient(report("processed", theirs), spool).state())
                    .isEqualTo(As2Outcome.State.RECEIPT_VERIFIED);
        }
        assertThat(lenient(report("processed", "eHl6, sha-256"), spool).state())
                .isEqualTo(As2Outcome.State.MIC_MISMATCH);
    }

    private As2Outcome lenient(RawEntity receipt, Path spool) {
        As2Policy strict = As2Policy.strict();
        As2Policy unsigned =
                new As2Policy(
                        true,
                        true,
                        strict.digests(),
                        strict.ciphers(),
                        strict.signWith(),
                        strict.encryptWith(),
                        strict.compress(),
                        false,
                        strict.maxBytes(),
                        strict.maxInflateRatio());
        var headers =
                new MimeHeaders(
                        List.of(
                                new MimeHeaders.Field(
                                        "Content-Type", receipt.header("Content-Type"))));
        return ArrivedReceipt.of(headers, Content.of(receipt.body()))
                .orElseThrow()
                .judge(
                        new Spools(spool),
                        Clock.fixed(As2Party.NOW, ZoneOffset.UTC),
                        unsigned,
                        As2Certificates.active(List.of(scene.acme.certificate())),
                        ID,
                        Mic.parse(MIC));
    }

    private static void refused(RawClient.Outgoing receipt) throws Exception {
        Answer answer = receipt.noReceipt().post();
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("RCV-112");
    }

    private Arrived taken(RawEntity receipt, int status) throws Exception {
        int before = scene.front.receipts.arrived.size();

        Answer answer = scene.message(receipt).noReceipt().post();

        assertThat(answer.status()).isEqualTo(status);
        if (status == 400) {
            assertThat(answer.problem()).isEqualTo("RCV-113");
        }
        assertThat(scene.front.receipts.arrived).hasSize(before + 1);
        Arrived arrived = scene.front.receipts.arrived.get(before);
        assertThat(Optional.of(arrived.delivery())).contains(delivery);
        return arrived;
    }

    private static RawEntity report(String disposition, String mic) {
        return PlayedPartner.report(ID, disposition, mic);
    }
}
