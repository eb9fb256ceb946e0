package io.retrogate.translate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrogate.edi.Content;
import io.retrogate.edi.Finding;
import io.retrogate.edi.GatewayException;
import io.retrogate.edi.MessageType;
import io.retrogate.edi.PartyId;
import io.retrogate.edi.Verdict;
import io.retrogate.partner.DocumentAgreement;
import io.retrogate.partner.DocumentAgreement.Direction;
import io.retrogate.partner.TradingPartner;
import io.retrogate.returns.Origin;
import io.retrogate.returns.TranslatedInterchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files without an envelope, read by the Smooks configurations of a partner's folder. */
class SmooksTranslatorTest {

    private static final Path FOLDER = Path.of("src/test/resources/smooks/kolibri");
    private static final FileTranslator FILES = FileTranslator.bySmooks();
    private static final Origin ORIGIN =
            new Origin("file", "kolibri", Instant.parse("2026-01-01T00:00:00Z"));

    private static final String HEAD = "rma,date,sku,gtin,quantity,reason\n";
    private static final String GOOD = "RMA-1,20261102,BL-600,4012345001013,2.50,defective\n";

    @Test
    void makesADocumentOfTheLinesOfEachRma() {
        var read =
                csv(
                        HEAD
                                + GOOD
                                + "RMA-1,20261102,\"BL, \"\"blue\"\"\",,3,worn\n"
                                + "\n"
                                + "RMA-2,2026-11-03,BL-700,,1,Z9\n");

        assertThat(read.report().verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(read.report().header()).isEmpty();
        assertThat(read.documents()).hasSize(2);
        var first = read.documents().get(0).message();
        assertThat(first.rma()).isEqualTo("RMA-1");
        assertThat(first.tree().at("/lines").toString())
                .isEqualTo(
                        "[{\"number\":1,\"item\":{\"gtin\":\"04012345001013\",\"sku\":\"BL-600\"},"
                                + "\"quantities\":{\"shipped\":\"2.5\"},"
                                + "\"reason\":{\"code\":\"defective\",\"meaning\":\"defective\","
                                + "\"mapped\":true}},"
                                + "{\"number\":2,\"item\":{\"sku\":\"BL, \\\"blue\\\"\"},"
                                + "\"quantities\":{\"shipped\":\"3\"},"
                                + "\"reason\":{\"code\":\"worn\",\"meaning\":\"worn\","
                                + "\"mapped\":true}}]");
        var second = read.documents().get(1).message().tree();
        assertThat(second.at("/documentDate").asText()).isEqualTo("2026-11-03");
        assertThat(second.at("/lines/0/reason").toString())
                .isEqualTo("{\"code\":\"Z9\",\"mapped\":false}");
    }

    @Test
    void rejectsOnlyTheDocumentWithTheWrongLine() {
        var read = csv(HEAD + GOOD + "RMA-2,20261102,BL-600\n" + "RMA-3,20261102,X,,2,worn\n");

        assertThat(read.documents())
                .extracting(it -> it.message().rma())
                .containsExactly("RMA-1", "RMA-3");
        assertThat(read.report().verdict()).isEqualTo(Verdict.PARTIAL);
        assertThat(lines(read))
                .containsExactly(
                        "LINE[3] DOC-111 RMA-2,20261102,BL-600 The line has 3 columns; 6 were agreed.");
    }

    @Test
    void saysOnWhichLineAValueCannotBeRead() {
        var read =
                csv(
                        HEAD
                                + GOOD
                                + "RMA-1,20261102,BL-600,4012345001014,many,worn\n"
                                + "RMA-2,20261140,BL-600,,2,worn\n");

        assertThat(read.documents()).isEmpty();
        assertThat(lines(read))
                .containsExactly(
                        "LINE[3] DOC-071 4012345001014 'gtin' cannot be read as a GTIN with its check"
                                + " digit.",
                        "LINE[3] DOC-071 many 'shipped' cannot be read as a number.",
                        "LINE[4] DOC-071 20261140 'documentDate' cannot be read as a date (2026-11-24"
                                + " or 20261124).");
    }

    @Test
    void refusesTheWholeFileWhenItsColumnsAreOthers() {
        var read = csv("rma,date,gtin,sku,quantity,reason\n" + GOOD);

        assertThat(read.documents()).isEmpty();
        assertThat(read.report().verdict()).isEqualTo(Verdict.REJECTED);
        assertThat(lines(read).get(0)).startsWith("LINE[1] DOC-110 rma,date,gtin");
    }

    @Test
    void refusesBytesThatAreNotOfTheCharacterSet() {
        var bytes = (HEAD + GOOD + "RMA-2,20261102,M\u00fctze,,1,worn\n");

        var read = read(bytes.getBytes(StandardCharsets.ISO_8859_1), "CSV", "returns");

        assertThat(read.documents()).isEmpty();
        assertThat(lines(read)).anyMatch(it -> it.contains("DOC-110") && it.contains("UTF-8"));
    }

    @Test
    void readsColumnsOfFixedLength() {
        var good = "RMA-7     20261102BL-600  4012345001013     2worn\n";

        var read =
                read(
                        (good + "RMA-7  20261102\n").getBytes(StandardCharsets.UTF_8),
                        "FIXED",
                        "fixed");
        var sound = read(good.getBytes(StandardCharsets.UTF_8), "FIXED", "fixed");

        assertThat(lines(read))
                .containsExactly(
                        "LINE[2] DOC-111 RMA-7  20261102 The line has 15 characters; 55 were agreed.");
        var line = sound.documents().get(0).message().tree().at("/lines/0");
        assertThat(line.at("/item/sku").asText()).isEqualTo("BL-600");
        assertThat(line.at("/quantities/shipped").asText()).isEqualTo("2");
    }

    @Test
    void readsAnXmlManifestAndItsLineNumbers() {
        var read =
                xml(
                        """
                        <manifest>
                          <return>
                            <rma>RMA-9</rma><date>2026-11-02</date>
                            <article><sku>BL-600</sku><quantity>4</quantity></article>
                          </return>
                          <return>
                            <rma>RMA-10</rma>
                            <article>
                              <sku>BL-600</sku><quantity>four</quantity></article>
                          </return>
                        </manifest>
                        """);

        assertThat(read.documents()).extracting(it -> it.message().rma()).containsExactly("RMA-9");
        assertThat(lines(read))
                .containsExactly("LINE[8] DOC-071 four 'shipped' cannot be read as a number.");
    }

    @Test
    void neverReadsWhatAnXmlFilePointsTo(@TempDir Path directory) throws IOException {
        var secret = Files.writeString(directory.resolve("secret"), "RMA-SECRET");
        var read =
                xml(
                        "<!DOCTYPE manifest [<!ENTITY x SYSTEM '"
                                + secret.toUri()
                                + "'>]>\n<manifest><return><rma>&x;</rma></return></manifest>");

        assertThat(read.documents()).isEmpty();
        assertThat(lines(read))
                .singleElement()
                .asString()
                .startsWith("LINE[1] DOC-110")
                .contains("DOCTYPE");
    }

    @Test
    void explainsXmlThatIsNone() {
        assertThat(lines(xml("<manifest>\n<return>\n</manifest>")))
                .singleElement()
                .asString()
                .startsWith("LINE[3] DOC-110");
    }

    @Test
    void saysWhichDocumentWouldLackSomething() {
        var read =
                xml(
                        """
                        <manifest>
                          <return><rma>RMA-9</rma></return>
                          <return><date>2026-11-02</date></return>
                        </manifest>
                        """);

        assertThat(lines(read))
                .containsExactly(
                        "LINE[3] DOC-070  The return message would not be valid: required property"
                                + " 'documentNumber' not found.");
        assertThat(read.documents()).hasSize(1);
    }

    @Test
    void saysOfTheFileThatThereIsNothingInIt() {
        assertThat(lines(csv(HEAD)))
                .containsExactly("FILE DOC-110  There is no document in the file.");
        assertThat(lines(xml("<orders/>")))
                .containsExactly("FILE DOC-110  There is no document in the file.");
    }

    @Test
    void leavesWhatHasAnEnvelopeToOthers() {
        var partner = partner("CSV", "returns");

        assertThat(
                        FILES.translate(
                                Content.of(" \nISA*00*".getBytes(StandardCharsets.UTF_8)),
                                partner,
                                ORIGIN))
                .isEmpty();
    }

    @Test
    void saysAtLoadWhatSmooksCannotUse(@TempDir Path folder) throws IOException {
        Files.createDirectory(folder.resolve("mapping"));
        var good = Files.readString(FOLDER.resolve("mapping/returns.smooks.xml"));
        var file = folder.resolve("mapping/returns.smooks.xml");
        Files.writeString(file, good.replace("groupBy\">rma", "groupBy\">rna"));

        assertThat(FILES.check(folder))
                .singleElement()
                .satisfies(
                        it ->
                                assertThat(it.toString())
                                        .startsWith(file + ": TRN-030 IllegalArgumentException")
                                        .containsOnlyOnce("returns.smooks.xml")
                                        .contains("rna"));
        assertThatThrownBy(() -> FILES.activate(folder)).isInstanceOf(GatewayException.class);
        Files.writeString(file, good);
        assertThat(FILES.check(folder)).isEmpty();
    }

    private static TranslatedInterchange csv(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8), "CSV", "returns");
    }

    private static TranslatedInterchange xml(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8), "XML", "manifest");
    }

    private static TranslatedInterchange read(byte[] bytes, String form, String mapping) {
        return FILES.translate(Content.of(bytes), partner(form, mapping), ORIGIN).orElseThrow();
    }

    private static List<String> lines(TranslatedInterchange read) {
        return read.report().allFindings().map(SmooksTranslatorTest::line).toList();
    }

    private static String line(Finding it) {
        return it.position() + " " + it.problem().id() + " " + it.text() + " " + it.explanation();
    }

    private static TradingPartner partner(String form, String mapping) {
        return new TradingPartner(
                "kolibri",
                FOLDER,
                List.of(new PartyId("", "KOLIBRI")),
                List.of(new PartyId("", "RETROGATE")),
                Optional.empty(),
                List.of(
                        new DocumentAgreement(
                                Direction.INBOUND,
                                MessageType.file("RETURNS", form),
                                "none",
                                "none",
                                List.of("erp"),
                                "mapping/" + mapping + ".smooks.xml")),
                "");
    }
}
