package io.retrogate.receive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.as2.As2Link;
import io.retrogate.as2.As2Message;
import io.retrogate.as2.As2Outcome;
import io.retrogate.as2.As2Outcome.State;
import io.retrogate.as2.As2Party;
import io.retrogate.as2.As2Policy;
import io.retrogate.as2.As2Policy.Compression;
import io.retrogate.as2.As2Sender;
import io.retrogate.as2.Spools;
import io.retrogate.edi.Content;
import io.retrogate.ledger.Acceptance.Outcome;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class SenderMeetsReceptionTest {

    private static final As2Party ACME = As2Party.named("acme");

    @TempDir private Path folder;
    private As2Front front;

    @BeforeEach
    void start() throws Exception {
        As2Policy lenient = policy("sha-256", "aes256-cbc", Compression.NONE);
        front = new As2Front(folder, new As2PartnersOnly().with("acme", lenient, ACME));
    }

    @AfterEach
    void stop() throws Exception {
        front.close();
    }

    @ParameterizedTest
    @CsvSource({
        "sha-256, aes256-cbc, NONE",
        "sha-384, aes128-cbc, BEFORE_SIGNING",
        "sha-512, aes192-cbc, AFTER_SIGNING",
        "sha-256, aes128-gcm, NONE",
        "sha-256, aes256-gcm, BEFORE_SIGNING",
        "sha-256, '', AFTER_SIGNING",
        "'', aes256-cbc, NONE",
        "'', aes256-cbc, AFTER_SIGNING",
        "'', '', BEFORE_SIGNING",
        "'', '', NONE"
    })
    void agreesOnTheMicInEveryForm(String digest, String cipher, Compression compression)
            throws Exception {
        byte[] document = "ISA*00*\r\nIEA\n\r".getBytes(ISO_8859_1);

        As2Outcome outcome = send(policy(digest, cipher, compression), content(document), ACME);

        assertThat(outcome.state()).as(outcome.detail()).isEqualTo(State.RECEIPT_VERIFIED);
        var arrival = front.ledger.accepted.get(0);
        assertThat(front.archive.bytes(arrival.payloadAddress())).isEqualTo(document);
    }

    @Test
    void verifiesTheReplayedReceiptOfAResend() {
        Content content = content("ISA*00".getBytes(ISO_8859_1));
        As2Policy policy = policy("sha-256", "aes256-cbc", Compression.AFTER_SIGNING);

        As2Outcome first = send(policy, content, ACME);
        As2Outcome second = send(policy, content, ACME);

        assertThat(first.state()).isEqualTo(State.RECEIPT_VERIFIED);
        assertThat(second.state()).as(second.detail()).isEqualTo(State.RECEIPT_VERIFIED);
        assertThat(front.ledger.outcomes).containsExactly(Outcome.NEW, Outcome.DUPLICATE);
    }

    @Test
    void reportsTheRefusalOfAWrongKey() {
        As2Outcome outcome =
                send(
                        policy("sha-256", "aes256-cbc", Compression.NONE),
                        content(new byte[5]),
                        As2Party.named("globex"));

        assertThat(outcome.state()).isEqualTo(State.RECEIPT_NEGATIVE);
        assertThat(outcome.detail()).contains("authentication-failed");
    }

    @ParameterizedTest
    @CsvSource({"aes256-cbc, NONE", "aes256-gcm, BEFORE_SIGNING"})
    void leavesNoFilesBehindAfterALargeDocument(String cipher, Compression compression)
            throws Exception {
        byte[] document = new byte[5 << 20];
        new Random(7).nextBytes(document);

        As2Outcome outcome = send(policy("sha-256", cipher, compression), content(document), ACME);

        assertThat(outcome.state()).as(outcome.detail()).isEqualTo(State.RECEIPT_VERIFIED);
        var arrival = front.ledger.accepted.get(0);
        assertThat(front.archive.bytes(arrival.payloadAddress())).isEqualTo(document);
        for (String spools : List.of("spool", "sent")) {
            try (Stream<Path> left = Files.list(folder.resolve(spools))) {
                assertThat(left).isEmpty();
            }
        }
    }

    private As2Outcome send(As2Policy policy, Content content, As2Party sender) {
        As2Link link =
                new As2Link(
                        sender.identity(),
                        "acme",
                        "ours",
                        front.url(),
                        policy,
                        List.of(As2Front.OURS.certificate()));
        As2Message message =
                new As2Message("<1@acme>", "997", "a \"b\".x12", "application/edi-x12", content);
        return new As2Sender(
                        new Spools(folder.resolve("sent")),
                        Clock.fixed(As2Party.NOW, ZoneOffset.UTC))
                .send(link, message, Duration.ofSeconds(30));
    }

    private static As2Policy policy(String digest, String cipher, Compression compression) {
        As2Policy strict = As2Policy.strict();
        return new As2Policy(
                false,
                false,
                strict.digests(),
                strict.ciphers(),
                digest,
                cipher,
                compression,
                true,
                strict.maxBytes(),
                strict.maxInflateRatio());
    }

    private static Content content(byte[] bytes) {
        return new Content() {
            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }

            @Override
            public long size() {
                return bytes.length;
            }
        };
    }
}
