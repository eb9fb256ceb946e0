package io.retrogate.receive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.retrogate.as2.As2Party;
import io.retrogate.as2.As2Policy;
import io.retrogate.ledger.Acceptance.Outcome;
import io.retrogate.peer.As2LibProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the one long row of {@code As2InteropIT} does not ask: the same message again. */
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

    @Test
    void believesTheReplayedReceiptOfAResend() throws Exception {
        try (As2Front front = front()) {
            for (int i = 0; i < 2; i++) {
                try (As2LibProcess client = client(front)) {
                    JsonNode sent = client.next();
                    assertThat(sent.get("micMatches").asBoolean()).as(sent.toString()).isTrue();
                }
            }
            assertThat(front.ledger.outcomes).containsExactly(Outcome.NEW, Outcome.DUPLICATE);
        }
    }

    private As2Front front() throws Exception {
        return new As2Front(folder, new As2PartnersOnly().with("acme", As2Policy.strict(), ACME));
    }

    private As2LibProcess client(As2Front front) throws Exception {
        return As2LibProcess.start(
                folder,
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
                "--message-id",
                "<same@acme>",
                document.toString());
    }
}
