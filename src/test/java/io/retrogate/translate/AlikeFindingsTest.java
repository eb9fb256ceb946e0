package io.retrogate.translate;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.edi.Content;
import io.retrogate.edi.Finding;
import io.retrogate.edi.MessageType;
import io.retrogate.edi.PartyId;
import io.retrogate.edi.Verdict;
import io.retrogate.partner.DocumentAgreement;
import io.retrogate.partner.DocumentAgreement.Direction;
import io.retrogate.partner.TradingPartner;
import io.retrogate.returns.Origin;
import io.retrogate.returns.TranslatedInterchange;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One mistake of a file is told once, however many lines or documents it spoils. */
class AlikeFindingsTest {

    private static final FileTranslator FILES = FileTranslator.bySmooks();
    private static final String HEAD = "rma,date,sku,gtin,quantity,reason\n";
    private static final String FIRST_LINE =
            "The first line was to name the columns rma, date, sku, gtin, quantity, reason. ";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rma;date;sku;gtin;quantity;reason | It is one column only: is the separator another?",
                "rma,date,gtin,sku,quantity,reason | They stand there in another order, or more than once.",
                "rma,date,sku,ean,quantity,reason | Missing: gtin. Not agreed: ean.",
                "rma,date,sku,gtin,quantity | Missing: reason.",
                "rma,date,sku,gtin,quantity,reason,note,by | Not agreed: note, by.",
                "rma,date,sku,gtin,quantity,reason,sku | They stand there in another order, or more than once.",
            })
    void saysOfAWrongFirstLineWhatIsWrongAndNothingOfTheOthers(String first, String why) {
        var file = read("CSV", "returns", first + "\n" + many(30, i -> csv(i, "1")));

        assertThat(told(file))
                .containsExactly(
                        "LINE[1] DOC-110 " + FIRST_LINE + why + " No other line was read.");
        assertThat(file.report().verdict()).isEqualTo(Verdict.REJECTED);
        assertThat(file.documents()).isEmpty();
    }

    @Test
    void saysOnceThatNoLineHasItsColumns() {
        var file = read("CSV", "returns", HEAD + many(30, i -> "RMA-" + i + ";20261102;BL-1;;1\n"));

        assertThat(told(file))
                .containsExactly(
                        "LINE[2] DOC-111 The line has 1 columns; 6 were agreed. The same goes for all"
                                + " 30 documents of the file.");
        assertThat(file.documents()).isEmpty();
    }

    @Test
    void saysOnceThatNoLineHasItsLength() {
        var file =
                read(
                        "FIXED",
                        "fixed",
                        many(30, i -> "RMA-" + i + " 20261102 " + "x".repeat(i) + "\n"));

        assertThat(told(file))
                .containsExactly(
                        "LINE[1] DOC-111 The line has 15 characters; 55 were agreed. The same goes"
                                + " for all 30 documents of the file.");
    }

    @Test
    void saysOnceThatNoDocumentOfAManifestHasItsNumber() {
        var file =
                read(
                        "XML",
                        "manifest",
                        "<manifest>"
                                + many(30, i -> "<return><RMA>" + i + "</RMA></return>\n")
                                + "</manifest>");

        assertThat(told(file))
                .singleElement()
                .asString()
                .startsWith("LINE[1] DOC-070 ")
                .endsWith("not found. The same goes for all 30 documents of the file.");
    }

    @Test
    void saysOnceThatLinesDoNotStandTogether() {
        var file = read("CSV", "returns", HEAD + many(30, i -> csv(i % 2, "1")));

        assertThat(told(file))
                .containsExactly(
                        "LINE[4]-01 DOC-111 The lines of 'RMA-0' do not stand together. The same goes for"
                                + " 27 more.");
    }

    @Test
    void tellsTheFirstOfManyMistakesOfSomeDocumentsAndRejectsAllOfThem() {
        var file = read("CSV", "returns", HEAD + many(60, i -> csv(i, i % 2 == 0 ? "many" : "1")));

        assertThat(told(file))
                .hasSize(10)
                .startsWith("LINE[2] DOC-071 'shipped' cannot be read as a number.");
        assertThat(told(file).get(9))
                .isEqualTo(
                        "LINE[20] DOC-071 'shipped' cannot be read as a number. The same goes for 20"
                                + " more.");
        assertThat(file.report().verdict()).isEqualTo(Verdict.PARTIAL);
        assertThat(file.documents()).hasSize(30).allMatch(it -> it.ordinal() % 2 == 0);
    }

    @Test
    void tellsEachOfAFewMistakes() {
        var file = read("CSV", "returns", HEAD + many(10, i -> csv(i, "many")));

        assertThat(told(file)).hasSize(10).noneMatch(it -> it.contains("The same"));
    }

    private static String csv(int number, String quantity) {
        return "RMA-" + number + ",20261102,BL-600,," + quantity + ",worn\n";
    }

    private static String many(int count, IntFunction<String> line) {
        return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining());
    }

    private static List<String> told(TranslatedInterchange file) {
        return file.report().allFindings().map(AlikeFindingsTest::line).toList();
    }

    private static String line(Finding it) {
        return it.position() + " " + it.problem().id() + " " + it.explanation();
    }

    private static TranslatedInterchange read(String form, String mapping, String text) {
        var agreed =
                new DocumentAgreement(
                        Direction.INBOUND,
                        MessageType.file("RETURNS", form),
                        "none",
                        "none",
                        List.of("erp"),
                        "mapping/" + mapping + ".smooks.xml");
        var partner =
                new TradingPartner(
                        "kolibri",
                        Path.of("src/test/resources/smooks/kolibri"),
                        List.of(new PartyId("", "KOLIBRI")),
                        List.of(new PartyId("", "RETROGATE")),
                        Optional.empty(),
                        List.of(agreed),
                        "");
        var origin = new Origin("file", "kolibri", Instant.parse("2026-01-01T00:00:00Z"));
        return FILES.translate(Content.of(text.getBytes(StandardCharsets.UTF_8)), partner, origin)
                .orElseThrow();
    }
}
