package io.retrogate.demo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.as2.As2Party;
import io.retrogate.partner.Pem;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/**
 * Messages near the size of the heap and beyond it, over HTTP into a gateway with 256 MB. They are
 * no documents: what becomes of them behind the receipt is not asked here.
 */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LargeMessageIT {

    private static final int MEGABYTE = 1 << 20;

    private static final String AGREEMENT =
            """
            partner: acme
            identifiers:
              - { qualifier: ZZ, id: ACMERETAIL }
            ownIdentifiers:
              - { qualifier: ZZ, id: RETROGATE }
            as2:
              partnerName: ACME
              ownName: RETROGATE
              signing: { required: false }
              encryption: { required: false }
              limits: { size: 300MiB }
            documents:
              - message: X12 856 004010
                direction: inbound
                to: [erp]
            """;

    private static final String ENDPOINT =
            """
            endpoint: erp
            url: http://127.0.0.1:1/
            idempotent: true
            ambiguous: retry
            """;

    private final Path home = CrashIT.folder("large");
    private GatewayProcess gateway;

    @BeforeAll
    void open() throws Exception {
        write("acme/agreement.yaml", AGREEMENT);
        write("acme/certs/acme.pem", Pem.of(As2Party.named("ACME").certificate()));
        write("erp/endpoint.yaml", ENDPOINT);
        var java = CrashScene.thisJava();
        var options = new ArrayList<>(ClassArchive.optionsFor(java));
        options.add("-Xmx256m");
        gateway =
                GatewayProcess.start(
                        java,
                        options,
                        home.resolve("data"),
                        GatewayProcess.freePort(),
                        Map.of(
                                "retrogate.routes", home.resolve("routes").toString(),
                                "retrogate.partner.key-bits", "2048",
                                "logging.level.root", "warn"));
        assertThat(gateway.ready()).as(gateway.log()).isTrue();
    }

    private void write(String name, String text) throws IOException {
        var file = home.resolve("routes").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @AfterAll
    void close() throws Exception {
        if (gateway != null) {
            gateway.close();
        }
    }

    @Test
    void takesTwoHundredMegabytesWithALength() throws Exception {
        assertTaken("with-length", 200, true);
    }

    @Test
    void takesTwoHundredMegabytesInChunks() throws Exception {
        assertTaken("in-chunks", 200, false);
    }

    @Test
    void takesEightTimesFiftyMegabytesAtOnce() throws Exception {
        var senders = Executors.newFixedThreadPool(8);
        try {
            var work = new ArrayList<Callable<Void>>();
            for (int i = 0; i < 8; i++) {
                var name = "at-once-" + i;
                work.add(
                        () -> {
                            assertTaken(name, 50, true);
                            return null;
                        });
            }
            for (Future<Void> done : senders.invokeAll(work)) {
                done.get();
            }
        } finally {
            senders.shutdownNow();
        }
    }

    /** Kept, byte for byte, and said so in a receipt with the right MIC. */
    private void assertTaken(String name, int megabytes, boolean withLength) throws Exception {
        var whole = MessageDigest.getInstance("SHA-256");
        var answer = send(name, megabytes, withLength, whole);
        byte[] digest = whole.digest();

        assertThat(answer).containsPattern("(?im)^Disposition:[^;\r\n]*;\\s*processed\\s*$");
        assertThat(answer).contains(Base64.getEncoder().encodeToString(digest) + ", sha");
        var kept = gateway.await("<" + name + "@acme.example>", "SETTLED");
        assertThat(kept.get("sha256").asText()).isEqualTo(HexFormat.of().formatHex(digest));
        assertThat(gateway.alive()).isTrue();
    }

    private String send(String name, int megabytes, boolean withLength, MessageDigest whole)
            throws IOException {
        var connection = (HttpURLConnection) gateway.as2().toURL().openConnection();
        connection.setDoOutput(true);
        if (withLength) {
            connection.setFixedLengthStreamingMode((long) megabytes * MEGABYTE);
        } else {
            connection.setChunkedStreamingMode(1 << 16);
        }
        for (var header : headers(name)) {
            connection.setRequestProperty(header.get(0), header.get(1));
        }
        var block = (name + " ").repeat(MEGABYTE / name.length()).substring(0, MEGABYTE);
        try (var out = connection.getOutputStream()) {
            for (int i = 0; i < megabytes; i++) {
                // Each a little different, so that none can be lost or doubled unnoticed.
                var bytes =
                        (i + block.substring(Integer.toString(i).length())).getBytes(ISO_8859_1);
                whole.update(bytes);
                out.write(bytes);
            }
        }
        return new String(connection.getInputStream().readAllBytes(), ISO_8859_1);
    }

    private static List<List<String>> headers(String name) {
        return List.of(
                List.of("AS2-Version", "1.2"),
                List.of("AS2-From", "ACME"),
                List.of("AS2-To", "RETROGATE"),
                List.of("Message-ID", "<" + name + "@acme.example>"),
                List.of("Content-Type", "application/octet-stream"),
                List.of("Disposition-Notification-To", "acme@acme.example"));
    }
}
