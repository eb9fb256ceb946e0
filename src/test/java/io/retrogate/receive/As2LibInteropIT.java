package io.retrogate.receive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.retrogate.as2.As2Link;
import io.retrogate.as2.As2Message;
import io.retrogate.as2.As2Outcome;
import io.retrogate.as2.As2Outcome.State;
import io.retrogate.as2.As2Party;
import io.retrogate.as2.As2Policy;
import io.retrogate.as2.As2Policy.Compression;
import io.retrogate.as2.As2Sender;
import io.retrogate.as2.Spools;
import io.retrogate.edi.FileContent;
import io.retrogate.ledger.Acceptance.Outcome;
import io.retrogate.peer.As2LibProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both ways against an independent implementation in its own process. */
@Tag("e2e")
@Timeout(120)
class As2LibInteropIT {

    private static final As2Party ACME = As2Party.named("acme");

    @TempDir private Path folder;
    private Path document;

    @BeforeEach
    void needsThePeer() throws IOException {
        assumeTrue(Files.exists(As2LibProcess.JAR), As2LibProcess.JAR + " is not built");
        document = folder.resolve("rma.x12");
        Files.write(document, "ISA*00*~\r\nST*180~\r\n".getBytes(ISO_8859_1));
    }

    @ParameterizedTest
    @CsvSource({
        "sha-256, aes256-cbc, none",
        "sha-256, aes128-cbc, before",
        "sha-384, aes192-cbc, after",
        "sha-512, aes256-gcm, none"
    })
    void acceptsItsMessagesAndItBelievesOurReceipts(String digest, String cipher, String compress)
            throws Exception {
        try (As2Front front = front();
                As2LibProcess client = client(front, digest, cipher, compress)) {
            JsonNode sent = client.next();

            assertThat(sent.get("error").isNull()).as(sent.toString()).isTrue();
            assertThat(sent.get("disposition").asText()).endsWith("processed");
            assertThat(sent.get("micMatches").asBoolean()).as(sent.toString()).isTrue();
            var arrival = front.ledger.accepted.get(0);
            assertThat(arrival.messageId()).isEqualTo(sent.get("messageId").asText());
            assertThat(front.archive.bytes(arrival.payloadAddress()))
                    .isEqualTo(Files.readAllBytes(document));
        }
    }

    @Test
    void believesTheReplayedReceiptOfAResend() throws Exception {
        try (As2Front front = front()) {
            for (int i = 0; i < 2; i++) {
                try (As2LibProcess client =
                        client(
                                front,
                                "sha-256",
                                "aes256-cbc",
                                "none",
                                "--message-id",
                                "<same@acme>")) {
                    JsonNode sent = client.next();
                    assertThat(sent.get("micMatches").asBoolean()).as(sent.toString()).isTrue();
                }
            }
            assertThat(front.ledger.outcomes).containsExactly(Outcome.NEW, Outcome.DUPLICATE);
        }
    }

    /** Its MIC of a message compressed before signing is wrong, so that is not asked of it. */
    @ParameterizedTest
    @CsvSource({
        "sha-256, aes256-cbc, NONE",
        "sha-384, aes128-cbc, AFTER_SIGNING",
        "sha-512, aes192-cbc, NONE"
    })
    void sendsMessagesThatItReceives(String digest, String cipher, Compression compress)
            throws Exception {
        try (As2LibProcess server =
                As2LibProcess.start(
                        folder,
                        "server",
                        "--own",
                        "acme",
                        "--key",
                        As2LibProcess.pkcs12(folder, ACME),
                        "--partner",
                        "ours=" + As2LibProcess.pem(folder, As2Front.OURS))) {
            int port = server.next().get("ready").asInt();
            String messageId = "<" + UUID.randomUUID() + "@ours>";

            As2Outcome outcome = send(port, messageId, policy(digest, cipher, compress));

            assertThat(outcome.state()).as(outcome.detail()).isEqualTo(State.RECEIPT_VERIFIED);
            JsonNode received = server.next();
            assertThat(received.get("messageId").asText()).isEqualTo(messageId);
            assertThat(received.get("sha256").asText())
                    .isEqualTo(RememberingArchive.sha256(Files.readAllBytes(document)));
        }
    }

    private As2Front front() throws Exception {
        return new As2Front(folder, new As2PartnersOnly().with("acme", As2Policy.strict(), ACME));
    }

    private As2LibProcess client(
            As2Front front, String digest, String cipher, String compress, String... more)
            throws Exception {
        String[] args = {
            "client",
            "--url",
            front.url().toString(),
            "--from",
            "acme",
            "--to",
            "ours",
            "--key",
            As2LibProcess.pkcs12(folder, ACME),
            "--partner-cert",
            As2LibProcess.pem(folder, As2Front.OURS),
            "--digest",
            digest,
            "--cipher",
            cipher,
            "--compress",
            compress,
            document.toString()
        };
        String[] all = java.util.Arrays.copyOf(args, args.length + more.length);
        System.arraycopy(more, 0, all, args.length, more.length);
        return As2LibProcess.start(folder, all);
    }

    private As2Outcome send(int port, String messageId, As2Policy policy) {
        As2Link link =
                new As2Link(
                        As2Front.OURS.identity(),
                        "ours",
                        "acme",
                        URI.create("http://127.0.0.1:" + port + "/as2"),
                        policy,
                        List.of(ACME.certificate()));
        As2Message message =
                new As2Message(
                        messageId,
                        "997",
                        "997.x12",
                        "application/edi-x12",
                        new FileContent(document));
        return new As2Sender(new Spools(folder.resolve("sent")), Clock.systemUTC())
                .send(link, message, Duration.ofSeconds(30));
    }

    private static As2Policy policy(String digest, String cipher, Compression compression) {
        As2Policy strict = As2Policy.strict();
        return new As2Policy(
                true,
                true,
                strict.digests(),
                strict.ciphers(),
                digest,
                cipher,
                compression,
                true,
                strict.maxBytes(),
                strict.maxInflateRatio());
    }
}
