package io.retrogate;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.archive.Archive;
import io.retrogate.archive.ArchiveAddress;
import io.retrogate.deliver.ErpPeer;
import io.retrogate.ledger.LedgerView;
import io.retrogate.ledger.LedgerView.Delivery;
import io.retrogate.ledger.LedgerView.Document;
import io.retrogate.ledger.LedgerView.Story;
import io.retrogate.ledger.Transmission;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * What Smooks reads and FreeMarker writes, through the whole gateway: two partners put files on
 * their SFTP servers, an SAP system and a warehouse get them in the formats of their own.
 */
@SpringBootTest(
        classes = RetrogateApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "server.address=127.0.0.1",
            "management.server.port=0",
            "retrogate.partner.key-bits=2048",
            "logging.level.root=warn"
        })
@DirtiesContext
@Timeout(120)
class FilesThroughTheGatewayIT {

    private static final Path HERONS_SAMPLE =
            Path.of("src/test/resources/smooks/heron/samples/request/received.edi");
    private static final String HEAD = "rma,date,sku,gtin,quantity,reason\n";
    private static final Set<String> OPEN = Set.of("READY", "IN_FLIGHT", "RETRY");

    @TempDir private static Path directory;
    private static FileTraders traders;

    @Autowired LedgerView ledger;
    @Autowired Archive archive;

    @BeforeAll
    static void open() throws Exception {
        traders = new FileTraders(directory);
    }

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry registry) {
        registry.add("retrogate.data", () -> traders.home().resolve("data").toString());
        registry.add("retrogate.routes", () -> traders.home().resolve("routes").toString());
    }

    @AfterAll
    static void close() throws IOException {
        traders.close();
    }

    @Test
    void bringsCsvToSapAsAnIdocAndToTheWarehouseAsAFlatFile() throws Exception {
        var story = sent(traders.kolibri, "good.csv", HEAD + line("RMA-11", "2.50", "defective"));

        assertThat(states(story)).containsExactlyInAnyOrder("sap DELIVERED", "wms DELIVERED");
        assertThat(story.documents())
                .extracting(Document::messageType, Document::rma)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("RETURNS CSV", "RMA-11"));
        assertThat(taken(traders.sap, "RMA-11"))
                .singleElement()
                .asString()
                .contains("<BELNR>RMA-11</BELNR>", "<MENGE>2.5</MENGE>")
                .contains("<IDTNR>04012345001013</IDTNR>");
        assertThat(taken(traders.wms, "RMA-11"))
                .containsExactly(
                        "HRMA-11              RMA-11              202611020001\n"
                                + "L000104012345001013      00000002.5defective           \n");
        assertThat(kept(story)).startsWith(HEAD);
    }

    @Test
    void bringsXmlOfTheSamePartnerToo() throws Exception {
        var manifest =
                "<manifest><return><rma>RMA-21</rma><date>20261102</date><article><sku>A &amp; B</sku>"
                        + "<quantity>1</quantity><reason>worn</reason></article></return></manifest>\n";

        var story = sent(traders.kolibri, "manifest.xml", manifest);

        assertThat(states(story)).containsExactlyInAnyOrder("sap DELIVERED", "wms DELIVERED");
        assertThat(taken(traders.sap, "RMA-21")).singleElement().asString().contains("A &amp; B");
        assertThat(taken(traders.wms, "RMA-21")).singleElement().asString().contains("A & B   ");
    }

    @Test
    void readsEdiByTheConfigurationOfThePartnerAndAnswersIt() throws Exception {
        var story = sent(traders.heron, "request.edi", Files.readString(HERONS_SAMPLE));

        assertThat(story.interchanges().get(0).verdict()).isEqualTo("ACCEPTED_WITH_ERRORS");
        assertThat(states(story))
                .containsExactlyInAnyOrder(
                        "sap DELIVERED",
                        "sap DELIVERED",
                        "wms DELIVERED",
                        "wms DELIVERED",
                        "heron DELIVERED");
        assertThat(taken(traders.sap, "REQ-1001"))
                .singleElement()
                .asString()
                .contains("<POSEX>000010<", "<CURCY>" + FileTraders.HERONS_CURRENCY);
        assertThat(taken(traders.wms, "REQ-1001"))
                .singleElement()
                .asString()
                .startsWith("HREQ-1001");
        assertThat(in(traders.heron)).singleElement().asString().contains("AK9*E*2*2*2~");
    }

    @Test
    void keepsTheWrongDocumentOfAFileAndBringsTheOthers() throws Exception {
        var text = HEAD + line("RMA-31", "many", "worn") + line("RMA-32", "1", "worn");

        var story = sent(traders.kolibri, "half.csv", text);

        var file = story.interchanges().get(0);
        assertThat(file.verdict()).isEqualTo("PARTIAL");
        assertThat(file.findings()).singleElement().asString().contains("LINE[2] DOC-071", "many");
        assertThat(story.documents()).extracting(Document::rma).containsExactly("RMA-32");
        assertThat(taken(traders.sap, "RMA-32")).hasSize(1);
        assertThat(taken(traders.sap, "RMA-31")).isEmpty();
        assertThat(kept(story)).isEqualTo(text);
    }

    @Test
    void keepsAFileThatIsNotInItsFormAndSaysWhy() throws Exception {
        var text = "rma;date;sku;gtin;quantity;reason\nRMA-41;20261102;BL-600;;1;worn\n";

        var story = sent(traders.kolibri, "semicolons.csv", text);

        var file = story.interchanges().get(0);
        assertThat(story.transmission().state()).isEqualTo(Transmission.State.SETTLED);
        assertThat(file.verdict()).isEqualTo("REJECTED");
        assertThat(file.findings()).first().asString().contains("LINE[1] DOC-110", "rma, date");
        assertThat(story.documents()).isEmpty();
        assertThat(story.deliveries()).isEmpty();
        assertThat(kept(story)).isEqualTo(text);
    }

    @Test
    void showsWhatATemplateRefused() throws Exception {
        var sku = "A".repeat(30);

        var story =
                sent(traders.kolibri, "wide.csv", HEAD + "RMA-51,20261102," + sku + ",,1,worn\n");

        assertThat(states(story)).containsExactlyInAnyOrder("sap DELIVERED", "wms DEAD");
        assertThat(story.deliveries())
                .filteredOn(it -> it.target().equals("wms"))
                .singleElement()
                .extracting(Delivery::lastDetail)
                .asString()
                .contains("DLV-008", "more than 20 characters");
        assertThat(taken(traders.wms, sku)).isEmpty();
    }

    /** What became of the file once everything that can happen has happened. */
    private Story sent(SftpPeer partner, String name, String text) throws IOException {
        Files.writeString(partner.out().resolve(name), text);
        var story =
                Awaitility.await()
                        .atMost(Duration.ofSeconds(60))
                        .until(() -> settled(name), Optional::isPresent);
        assertThat(partner.out().resolve("done").resolve(name)).hasContent(text);
        return story.orElseThrow();
    }

    private Optional<Story> settled(String name) {
        return ledger.search(name, 10, 0).stream()
                .filter(it -> it.transmission().state() != Transmission.State.RECEIVED)
                .filter(it -> it.deliveries().stream().noneMatch(d -> OPEN.contains(d.state())))
                .findFirst();
    }

    private static List<String> states(Story story) {
        return story.deliveries().stream().map(it -> it.target() + " " + it.state()).toList();
    }

    private String kept(Story story) throws IOException {
        var address = new ArchiveAddress(story.transmission().payloadAddress());
        try (var in = archive.open(address).open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> taken(ErpPeer endpoint, String word) {
        return endpoint.bodies.stream().filter(body -> body.contains(word)).toList();
    }

    private static List<String> in(SftpPeer partner) throws IOException {
        try (var files = Files.list(partner.in())) {
            return files.map(FilesThroughTheGatewayIT::text).toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String line(String rma, String quantity, String reason) {
        return rma + ",20261102,BL-600,4012345001013," + quantity + "," + reason + "\n";
    }
}
