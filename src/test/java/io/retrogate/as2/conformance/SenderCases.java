package io.retrogate.as2.conformance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.as2.As2Link;
import io.retrogate.as2.As2Message;
import io.retrogate.as2.As2Outcome;
import io.retrogate.as2.As2Outcome.State;
import io.retrogate.as2.As2Policy;
import io.retrogate.as2.As2Sender;
import io.retrogate.as2.RawEntity;
import io.retrogate.as2.Spools;
import io.retrogate.edi.Content;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What we believe when we send, A40. */
abstract class SenderCases extends ConformanceCases {

    private static final String ID = "<997-1@retrogate>";

    @TempDir private Path folder;
    private PlayedPartner partner;

    SenderCases(As2ConformanceTest suite) {
        super(suite);
    }

    @BeforeEach
    void open() throws Exception {
        partner = new PlayedPartner();
    }

    @AfterEach
    void close() {
        partner.close();
    }

    @Test
    void a40BelievesAVerifiedMdn() throws Exception {
        outcome("verified", 200, this::good, State.RECEIPT_VERIFIED);

        WirePart sent = partner.received.get(0);
        WireSignature.of(sent).verify(scene.ours.certificate());
        assertThat(sent.header("AS2-From")).isEqualTo(Agreements.OURS);
        assertThat(sent.header("AS2-To")).isEqualTo("\"ac me\"");
    }

    @Test
    void a40BelievesNothingElse() throws Exception {
        RawEntity nothing = new RawEntity("Content-Type: text/plain\r\n", new byte[0]);

        outcome("no MDN", 200, m -> nothing, State.RECEIPT_MISSING);
        outcome(
                "a page instead",
                200,
                m -> nothing.withBody("<html>".getBytes(ISO_8859_1)),
                State.RECEIPT_MISSING);
        outcome("unsigned", 200, m -> report(ID, "processed", mic(m)), State.RECEIPT_UNSIGNED);
        outcome(
                "signed by another",
                200,
                m -> report(ID, "processed", mic(m)).signed(scene.globex),
                State.RECEIPT_UNPROVEN);
        outcome("signed by nobody", 200, m -> good(m, 0), State.RECEIPT_UNPROVEN);
        outcome("changed", 200, this::changed, State.RECEIPT_UNPROVEN);
        outcome(
                "of another message",
                200,
                m -> report("<2@x>", "processed", mic(m)).signed(scene.acme),
                State.RECEIPT_OF_ANOTHER);
        outcome(
                "MIC of other bytes",
                200,
                m -> report(ID, "processed", mic(m).replaceFirst("^.", "!")).signed(scene.acme),
                State.MIC_MISMATCH);
        outcome(
                "negative",
                200,
                m -> report(ID, "processed/Error: decryption-failed", mic(m)).signed(scene.acme),
                State.RECEIPT_NEGATIVE);
        outcome("HTTP 500", 500, this::good, State.HTTP_ERROR);
    }

    @Test
    void a40DoesNotFollowRedirects() throws Exception {
        outcome("redirect", 302, this::good, State.HTTP_ERROR);
        outcome("redirect", 307, this::good, State.HTTP_ERROR);

        assertThat(partner.received).hasSize(2);
    }

    @Test
    void a40RetriesKeepTheMessageId() throws Exception {
        partner.answers(503, this::good);
        send();
        partner.answers(200, this::good);
        send();

        assertThat(partner.received)
                .extracting(m -> m.header("Message-ID"))
                .containsExactly(ID, ID);
        saw("a retry", "the same Message-ID");
    }

    private void outcome(String variant, int status, PlayedPartner.Reply reply, State expected) {
        partner.answers(status, reply);
        As2Outcome outcome = send();
        assertThat(outcome.state()).as(variant + ": " + outcome.detail()).isEqualTo(expected);
        saw(variant, "`" + outcome.state() + "`");
    }

    private As2Outcome send() {
        As2Policy strict = As2Policy.strict();
        As2Policy signing =
                new As2Policy(
                        false,
                        false,
                        strict.digests(),
                        Set.of(),
                        "sha-256",
                        "",
                        As2Policy.Compression.NONE,
                        true,
                        1 << 20,
                        10);
        As2Link link =
                new As2Link(
                        scene.ours.identity(),
                        Agreements.OURS,
                        "ac me",
                        partner.url(),
                        signing,
                        List.of(scene.acme.certificate()));
        var message = new As2Message(ID, "997", "997.x12", "application/edi-x12", new X12());
        return new As2Sender(new Spools(folder), scene.clock)
                .send(link, message, Duration.ofSeconds(30));
    }

    private RawEntity good(WirePart message) {
        return good(message, 1);
    }

    private RawEntity good(WirePart message, int signers) {
        RawEntity report = report(ID, "processed", mic(message));
        return signers == 0 ? report.signed() : report.signed(scene.acme);
    }

    private RawEntity changed(WirePart message) {
        RawEntity refusal = report(ID, "processed/Error: decryption-failed", mic(message));
        byte[] signature =
                RawEntity.signature(refusal.bytes(), "SHA256withRSA", List.of(scene.acme));
        return RawEntity.multipart(report(ID, "processed", mic(message)).bytes(), signature);
    }

    private static RawEntity report(String messageId, String disposition, String mic) {
        return PlayedPartner.report(messageId, disposition, mic);
    }

    /** Of the signed part as it came. */
    private static String mic(WirePart message) {
        byte[] signed = message.parts().get(0).whole().getBytes(ISO_8859_1);
        return RawEntity.mic(signed, "SHA-256") + ", sha-256";
    }

    record X12() implements Content {

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(Scene.X12);
        }

        @Override
        public long size() {
            return Scene.X12.length;
        }
    }
}
