package io.retrogate.translate;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.edi.DocumentProblem;
import io.retrogate.edi.Finding;
import io.retrogate.edi.InterchangeReport;
import io.retrogate.edi.Verdict;
import io.retrogate.edi.schema.Schemas;
import io.retrogate.returns.TranslatedInterchange;
import io.retrogate.translate.smooks.SmooksEngines;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What cannot be read as what it stands for refuses its transaction set, and says where and why.
 */
class UnreadableValuesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "856-shipment  | SN1**3*EA               | SN1**3,5*EA                   | SN1[27]-02     | a number whose decimal mark is .",
                "856-shipment  | DTM*017*20261124        | DTM*017*20261131              | DTM[12]-02     | a real date",
                "856-shipment  | DTM*011*20261120*0900*ET| DTM*011*20261120*0900*99      | DTM[5]-02      | a time zone we know, not '99'",
                "856-shipment  | HL*6*4*I                | HL*6*77*I                     | HL[30]-02      | the number of an earlier HL",
                "180-request   | BLI*SK*SKU-5*0012.50*ZQ | BLI*SK*SKU-5*twelve*ZQ        | BLI[27]-03     | a number whose decimal mark is .",
                "180-request   | RDR*KA*DM**Motor burnt*Y| RDR*KA*DM**Motor burnt*X      | RDR[23]-05     | Y or N",
                "180-authorization | SAC*C*D240***1250   | SAC*C*D240***12.50            | SAC[10]-05     | digits with 2 implied decimals",
                "retann-d01b   | QTY+61:3,5:PCE          | QTY+61:3.5:PCE                | QTY[25]-01.2   | a number whose decimal mark is ,",
                "retann-d01b   | DTM+11:20261122:102     | DTM+11:261122:102             | DTM[5]-01.2    | a real date in format 102",
                "retann-d01b   | DTM+11:20261122:102     | DTM+11:202647:616             | DTM[5]-01.2    | a date in a format we read",
                "desadv-d01b   | DGS+ADR+3+1993          | DGS+ADR+3+UN19                | DGS[26]-03.1   | a value of the form ^[0-9]{4}$",
                "desadv-d01b   | CPS+3+1+1E              | CPS+3+9+1E                    | CPS[27]-02     | the number of an earlier CPS",
            })
    void areFoundWhereTheyStand(
            String name, String good, String bad, String position, String expected)
            throws IOException {
        var translated = translate(Accepted.resource(name, good, bad));

        var finding =
                translated
                        .report()
                        .allFindings()
                        .filter(it -> it.severity() == Finding.Severity.ERROR)
                        .findFirst()
                        .orElseThrow();
        assertThat(finding.problem()).isEqualTo(DocumentProblem.VALUE_INVALID);
        assertThat(finding.position()).hasToString(position);
        assertThat(finding.explanation()).contains(expected);
        assertThat(bad).contains(finding.text());
        assertThat(translated.documents()).noneMatch(it -> it.ordinal() == 1);
    }

    @Test
    void refuseOnlyTheirOwnTransactionSet() throws IOException {
        var translated =
                translate(Accepted.resource("180-request", "*512*20270101", "*512*20279901"));

        var report = translated.report();
        assertThat(report.transactions())
                .extracting(it -> it.verdict())
                .containsExactly(Verdict.REJECTED, Verdict.ACCEPTED);
        assertThat(report.groups().get(0).verdict()).isEqualTo(Verdict.PARTIAL);
        assertThat(report.verdict()).isEqualTo(Verdict.PARTIAL);
        assertThat(translated.documents()).extracting(it -> it.ordinal()).containsExactly(2);
    }

    @Test
    void knowTheirPlaceInTheTransactionSetAndTheInterchange() throws IOException {
        var accepted = Accepted.resource("180-request", "BLI*IN*77*1*EA", "BLI*IN*77*one*EA");

        var finding = translate(accepted).report().allFindings().findFirst().orElseThrow();

        assertThat(finding.position().segment()).isEqualTo(33);
        assertThat(finding.position().segmentInTransaction()).isEqualTo(3);
        var bytes = accepted.content().open().readAllBytes();
        int at = Math.toIntExact(finding.position().offset());
        assertThat(new String(bytes, at, 3, java.nio.charset.StandardCharsets.ISO_8859_1))
                .isEqualTo("one");
    }

    @Test
    void areMissingWhereTheMessageNeedsThem() throws IOException {
        var translated =
                translate(
                        Accepted.resource(
                                "retann-d96a", "BGM+70E::9+NW-RA-7140+9", "BGM+70E::9++9"));

        assertThat(translated.report().allFindings())
                .singleElement()
                .satisfies(it -> assertThat(it.problem()).isEqualTo(DocumentProblem.VALUE_REQUIRED))
                .satisfies(it -> assertThat(it.position()).hasToString("BGM[3]-02"));
        assertThat(translated.documents()).isEmpty();
    }

    @Test
    void areKeptAsTheyAreWhereTheMessageHasAPlaceForThem() throws IOException {
        var translated =
                translate(
                        Accepted.resource(
                                "180-request",
                                "N1*VN**UL*5412345678908",
                                "N1*VN**UL*5412345678909"));

        assertThat(translated.report().transactions().findFirst().orElseThrow().verdict())
                .isEqualTo(Verdict.ACCEPTED_WITH_ERRORS);
        var party = translated.documents().get(0).message().tree().at("/parties/1");
        assertThat(party.has("gln")).isFalse();
        assertThat(party.path("id").asText()).isEqualTo("5412345678909");
    }

    @Test
    void leaveADocumentNobodyMapsRefused() throws IOException {
        var accepted = Accepted.resource("retann-d96a");

        var translated =
                NOTHING_MAPPED.translate(
                        accepted.content(),
                        accepted.report(),
                        DocumentsTest.ORIGIN,
                        Optional.empty());

        assertThat(translated.report().allFindings())
                .singleElement()
                .satisfies(
                        it ->
                                assertThat(it.problem())
                                        .isEqualTo(DocumentProblem.TRANSACTION_UNSUPPORTED));
    }

    @Test
    void areNotLookedForInWhatWasRejectedAsAWhole() throws IOException {
        var accepted = Accepted.resource("180-request");
        var report = accepted.report();
        var rejected =
                new InterchangeReport(
                        report.header(),
                        report.start(),
                        report.end(),
                        Verdict.REJECTED,
                        report.findings(),
                        report.groups());

        var translated =
                DocumentsTest.TRANSLATOR.translate(
                        accepted.content(), rejected, DocumentsTest.ORIGIN, Optional.empty());

        assertThat(translated.documents()).isEmpty();
    }

    @Test
    void passOverAcknowledgements() throws IOException {
        var translated = translate(Accepted.resource("retann-d96a", "RETANN:D:96A", "CONTRL:D:3"));

        assertThat(translated.documents()).isEmpty();
        assertThat(translated.report().allFindings()).isEmpty();
    }

    private static final Translator NOTHING_MAPPED =
            new TableTranslator(
                    (type, partner) -> Optional.empty(),
                    PlanLane.closed(),
                    new SmooksLane(Schemas.builtIn(), new SmooksEngines()),
                    1);

    private static TranslatedInterchange translate(Accepted accepted) {
        return DocumentsTest.TRANSLATOR.translate(
                accepted.content(), accepted.report(), DocumentsTest.ORIGIN, Optional.empty());
    }
}
