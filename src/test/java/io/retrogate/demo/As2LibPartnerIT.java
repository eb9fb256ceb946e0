package io.retrogate.demo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.retrogate.as2.As2Party;
import io.retrogate.peer.As2LibProcess;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.springframework.util.FileSystemUtils;

/**
 * The packaged jar between a partner of another make and an ERP: as2-lib sends with one process and
 * receives our acknowledgements with another.
 */
@Tag("e2e")
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class As2LibPartnerIT {

    private static final As2Party ACME = As2Party.named("ACME");
    private static final String ID = "<first@acme.example>";

    private final Path home = CrashIT.folder("as2-lib");
    private final Path document = home.resolve("request.x12");
    private CountingErp erp;
    private As2LibProcess server;
    private ReceiptLog receipts;
    private GatewayProcess gateway;

    @BeforeAll
    void open() throws Exception {
        assumeTrue(
                Files.exists(As2LibProcess.JAR),
                "skipped: build the peer with"
                        + " ./mvnw -f src/test/peers/as2-lib/pom.xml package");
        CrashRoutes.write(home, ACME.identity(), "erp");
        FileSystemUtils.deleteRecursively(home.resolve("routes/nordwind"));
        Files.write(document, Samples.received("x12/180/request-accepted"));
        erp = new CountingErp();
        int partnerPort = GatewayProcess.freePort();
        var partner = URI.create("http://127.0.0.1:" + partnerPort + "/as2");
        gateway =
                GatewayProcess.start(
                        CrashScene.thisJava(),
                        home.resolve("data"),
                        GatewayProcess.freePort(),
                        CrashRoutes.settings(home, partner, erp.url(), 1));
        assertThat(gateway.ready()).as(gateway.log()).isTrue();
        receipts = new ReceiptLog(gateway.as2());
        server = server(partnerPort);
    }

    private As2LibProcess server(int port) throws Exception {
        var keys = As2LibProcess.pkcs12(home, ACME);
        var started =
                As2LibProcess.start(
                        home,
                        "server",
                        "--own",
                        "ACME",
                        "--port",
                        Integer.toString(port),
                        "--key",
                        keys,
                        "--partner",
                        "RETROGATE=" + home.resolve("data/keys/RETROGATE.pem"),
                        "--out",
                        Files.createDirectories(home.resolve("received")).toString());
        assertThat(started.next().get("ready").asInt()).isEqualTo(port);
        return started;
    }

    @AfterAll
    void close() throws Exception {
        for (var part : new AutoCloseable[] {gateway, server, receipts, erp}) {
            if (part != null) {
                part.close();
            }
        }
    }

    @Test
    void carriesItsRequestToTheErpAcknowledgesItAndRepeatsTheReceipt() throws Exception {
        var sent = send();
        assertThat(sent.get("error").isNull()).as(sent.toString()).isTrue();
        assertThat(sent.get("disposition").asText()).endsWith("processed");
        assertThat(sent.get("micMatches").asBoolean()).as(sent.toString()).isTrue();

        var acknowledgement = server.next();
        var text = Files.readString(Path.of(acknowledgement.get("file").asText()), ISO_8859_1);
        assertThat(text).contains("AK1*AN*501").contains("AK5*A").contains("AK9*A*1*1*1");

        gateway.await(ID, "SETTLED");
        assertThat(erp.effects.values()).containsExactly("RR-20261102-01");
        var again = send();
        assertThat(again.get("micMatches").asBoolean()).as(again.toString()).isTrue();
        assertThat(receipts.receipts().get(ID)).hasSize(2);
        assertThat(new HashSet<>(receipts.receipts().get(ID))).hasSize(1);
        assertThat(erp.posts.get("RR-20261102-01").get()).isEqualTo(1);
        assertThat(gateway.api("/api/counts").at("/transmissions/SETTLED").asInt()).isEqualTo(1);
    }

    private JsonNode send() throws Exception {
        try (var client =
                As2LibProcess.start(
                        home,
                        "client",
                        "--url",
                        receipts.url().toString(),
                        "--from",
                        "ACME",
                        "--to",
                        "RETROGATE",
                        "--key",
                        As2LibProcess.pkcs12(home, ACME),
                        "--partner-cert",
                        home.resolve("data/keys/RETROGATE.pem").toString(),
                        "--message-id",
                        ID,
                        document.toString())) {
            return client.next();
        }
    }
}
