package io.retrogate.validate;

import static io.retrogate.edi.DocumentProblem.CHARACTER_NOT_IN_REPERTOIRE;
import static io.retrogate.edi.DocumentProblem.ELEMENT_TOO_LONG;
import static io.retrogate.edi.DocumentProblem.ELEMENT_TOO_SHORT;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.edi.Finding;
import io.retrogate.edi.InterchangeReport;
import io.retrogate.edi.MessageType;
import io.retrogate.edi.PartyId;
import io.retrogate.edi.Standard;
import io.retrogate.edi.Verdict;
import io.retrogate.edi.schema.Schemas;
import io.retrogate.partner.DocumentAgreement;
import io.retrogate.partner.Policies;
import io.retrogate.partner.TradingPartner;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What beyond ASCII counts, and as what, by agreement or by UNB S001. */
class CharactersTest {

    private static final String X12 = "x12/180/request-accepted";
    private static final String EDIFACT = "edifact/retann/d01b-accepted";
    private static final String STREET = "12 Market Street";

    /** Several bytes each in UTF-8, among them some that are controls in ISO 8859. */
    private static final String LETTERS = "\u00E9\u00C0\u20AC\u0416\uD83D\uDCE6";

    /** N301 and N302 take 55 characters, of one byte or of four. */
    private static final int LONGEST = 55;

    private static Optional<TradingPartner> partner(MessageType type, String charset) {
        boolean x12 = type.standard() == Standard.X12;
        var document =
                new DocumentAgreement(
                        DocumentAgreement.Direction.INBOUND, type, "none", List.of("erp"));
        return Optional.of(
                new TradingPartner(
                        "partner",
                        Path.of("partner"),
                        List.of(
                                x12
                                        ? new PartyId("ZZ", "ACMERETAIL")
                                        : new PartyId("14", "4012345000009")),
                        List.of(
                                x12
                                        ? new PartyId("ZZ", "RETROGATE")
                                        : new PartyId("14", "4098765000003")),
                        Optional.empty(),
                        List.of(document),
                        "",
                        Policies.STANDARD,
                        List.of(),
                        List.of(),
                        Optional.of(Charset.forName(charset))));
    }

    private static Optional<TradingPartner> acme(String charset) {
        return partner(MessageType.x12("180", "004010"), charset);
    }

    private static String bytes(String text, String charset) {
        return new String(text.getBytes(Charset.forName(charset)), ISO_8859_1);
    }

    private static String street(int characters) {
        var letters = LETTERS.codePoints().toArray();
        var street = new StringBuilder();
        for (int i = 0; i < characters; i++) {
            street.appendCodePoint(letters[i % letters.length]);
        }
        return street.toString();
    }

    /** Both lanes say the same; the fast one may leave it to the other. */
    private static InterchangeReport judged(Document document, Optional<TradingPartner> partner) {
        var schemas = Schemas.builtIn();
        var slow = new StaediValidator(schemas, FastLane.closed(), ContentRules.builtIn());
        var report = slow.validate(document, partner).get(0);
        var fast = new StaediValidator(schemas, FastLane.compiled(1000), ContentRules.builtIn());
        assertThat(fast.validate(document, partner).get(0)).isEqualTo(report);
        return report;
    }

    private static InterchangeReport street(String bytes, String charset) throws IOException {
        return judged(Document.sample(X12).with(STREET, bytes), acme(charset));
    }

    private static Finding only(InterchangeReport report) {
        assertThat(report.allFindings()).hasSize(1);
        return report.allFindings().findFirst().orElseThrow();
    }

    @Test
    void countsCharactersInUtf8() throws IOException {
        assertThat(street(bytes(street(LONGEST), "UTF-8"), "UTF-8").allFindings()).isEmpty();

        var finding = only(street(bytes(street(LONGEST + 1), "UTF-8"), "UTF-8"));
        assertThat(finding.problem()).isEqualTo(ELEMENT_TOO_LONG);
        assertThat(finding.explanation()).contains(String.valueOf(LONGEST + 1));
        assertThat(finding.position()).hasToString("N3[10]-01");
    }

    /** N401 takes no fewer than two characters; this one has two bytes. */
    @Test
    void countsCharactersOfWhatIsShort() throws IOException {
        var document = Document.sample(X12).with("Columbus", bytes("\u00E9", "UTF-8"));
        assertThat(only(judged(document, acme("UTF-8"))).problem()).isEqualTo(ELEMENT_TOO_SHORT);
    }

    @Test
    void countsBytesWhereNothingWasAgreed() throws IOException {
        var document = Document.sample(X12).with(STREET, bytes("\u00E9".repeat(LONGEST), "UTF-8"));
        assertThat(judged(document, Optional.empty()).allFindings())
                .extracting(Finding::problem)
                .contains(ELEMENT_TOO_LONG);
    }

    @ParameterizedTest
    @CsvSource({"windows-1252, \u20AC", "ISO-8859-15, \u20AC", "ISO-8859-5, \u0416"})
    void readsWhatWasAgreed(String charset, String letter) throws IOException {
        var report = street(bytes(letter.repeat(LONGEST), charset), charset);
        assertThat(report.allFindings()).isEmpty();
    }

    /** What is a letter there is a control character in what UNB promises. */
    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252"})
    void readsTheEnvelopeByTheAgreementToo(String charset) throws IOException {
        var document = Document.sample(EDIFACT).with("NW0000001", "NW" + bytes("\u20AC", charset));
        var partner = partner(MessageType.edifact("RETANN", "D01B", "EAN003"), charset);

        assertThat(judged(document, partner).allFindings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00DF", "\u00E2\u0082", "\u0080", "\u00F0\u009F"})
    void losesNothingByABrokenCharacter(String broken) throws IOException {
        for (var bytes : List.of(broken + "12 Market", "12 " + broken + " Market", "M" + broken)) {
            var report = street(bytes, "UTF-8");
            var finding = only(report);
            assertThat(finding.problem()).isEqualTo(CHARACTER_NOT_IN_REPERTOIRE);
            assertThat(finding.position()).hasToString("N3[10]-01");
            assertThat(finding.text()).isEqualTo(bytes);
            assertThat(report.verdict()).isEqualTo(Verdict.ACCEPTED_WITH_ERRORS);
        }
    }

    @ParameterizedTest
    @CsvSource({"US-ASCII, \u00E9", "windows-1252, \u0081", "ISO-8859-3, \u00A5"})
    void saysWhatASetOfSingleBytesLacks(String charset, String lacking) throws IOException {
        var finding = only(street("Market " + lacking, charset));
        assertThat(finding.problem()).isEqualTo(CHARACTER_NOT_IN_REPERTOIRE);
        assertThat(finding.explanation()).contains("The agreement says " + charset);
    }

    @Test
    void readsAsciiFastWhateverWasAgreed() throws IOException {
        var lane = FastLane.compiled(1000);
        new StaediValidator(Schemas.builtIn(), lane, ContentRules.builtIn())
                .validate(Document.sample(X12), acme("UTF-8"));
        assertThat(lane.sure()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UNOC", "UNOE", "UNOK"})
    void readsSetsOfSingleBytesFast(String syntax) throws IOException {
        var lane = FastLane.compiled(1000);
        var report =
                new StaediValidator(Schemas.builtIn(), lane, ContentRules.builtIn())
                        .validate(remark(syntax, "\u00D6".repeat(35)), Optional.empty())
                        .get(0);
        assertThat(report.allFindings()).isEmpty();
        assertThat(lane.sure()).isEqualTo(1);
    }

    @Test
    void readsPlainUnox() throws IOException {
        assertThat(judged(remark("UNOX", "Blender"), Optional.empty()).allFindings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00E9", "\u001B$B%&"})
    void refusesWhatOnlyAnAgreementCouldRead(String bytes) throws IOException {
        var report = judged(remark("UNOX", bytes), Optional.empty());
        assertThat(report.allFindings())
                .extracting(Finding::problem)
                .contains(CHARACTER_NOT_IN_REPERTOIRE);
        assertThat(report.transactions().findFirst().orElseThrow().verdict())
                .isEqualTo(Verdict.REJECTED);
    }

    @Test
    void believesTheAgreementRatherThanUnb() throws IOException {
        var type = MessageType.edifact("RETANN", "D01B", "EAN003");
        var nordwind = partner(type, "UTF-8");
        var remark = bytes("\u00C0 l\u2019essai", "UTF-8");
        for (var syntax : List.of("UNOX", "UNOB", "UNOE")) {
            assertThat(judged(remark(syntax, remark), nordwind).allFindings()).isEmpty();
        }
        assertThat(only(judged(remark("UNOB", remark), Optional.empty())).problem())
                .isEqualTo(CHARACTER_NOT_IN_REPERTOIRE);
    }

    private static Document remark(String syntax, String bytes) throws IOException {
        return Document.sample(EDIFACT).with("UNOC", syntax).with("Blender 600 W", bytes);
    }
}
