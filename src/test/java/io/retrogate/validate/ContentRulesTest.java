package io.retrogate.validate;

import static io.retrogate.edi.DocumentProblem.CHECK_DIGIT_WRONG;
import static io.retrogate.edi.DocumentProblem.CODE_UNKNOWN;
import static io.retrogate.edi.DocumentProblem.LEVEL_NUMBER_DESCENDS;
import static io.retrogate.edi.DocumentProblem.LINE_COUNT_MISMATCH;
import static io.retrogate.edi.DocumentProblem.SERIALS_EXCEED_QUANTITY;
import static io.retrogate.edi.DocumentProblem.TOTAL_MISMATCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.retrogate.edi.DocumentProblem;
import io.retrogate.edi.Finding;
import io.retrogate.edi.MessageType;
import io.retrogate.edi.PartyId;
import io.retrogate.edi.Standard;
import io.retrogate.edi.Verdict;
import io.retrogate.partner.DocumentAgreement;
import io.retrogate.partner.LateFaults;
import io.retrogate.partner.Policies;
import io.retrogate.partner.Policies.Level;
import io.retrogate.partner.Policies.Topic;
import io.retrogate.partner.TradingPartner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a document although every segment and element is as the standard has it. */
class ContentRulesTest {

    private static final String NOTICE = "x12/856/return-shipment-accepted";
    private static final String ADVICE = "edifact/desadv/d01b-accepted";

    @Test
    void saysBothTotalsOfAMismatch() throws IOException {
        var finding = Document.sample(NOTICE).with("CTT*5*4", "CTT*9*4").finding();

        assertThat(finding.problem()).isEqualTo(LINE_COUNT_MISMATCH);
        assertThat(finding.position()).hasToString("CTT[24]-01");
        assertThat(finding.text()).isEqualTo("9");
        assertThat(finding.explanation())
                .isEqualTo("CTT01 says 9; the number of HL is 5, of those with HL03 I 2.");
    }

    @Test
    void acceptsLevelsAndItemsAsTheLinesOfAShipNotice() throws IOException {
        var notice = Document.sample(NOTICE);

        assertThat(notice.with("CTT*5*4", "CTT*2*4").findings()).isEmpty();
        assertThat(notice.with("CTT*5*4", "CTT*3*4").finding().problem())
                .isEqualTo(LINE_COUNT_MISMATCH);
    }

    @Test
    void takesTheSumOfEdifactLinesOnlyWithTheirOwnQualifier() throws IOException {
        var advice = Document.sample(ADVICE).with("UNT+26", "UNT+27");

        assertThat(advice.with("CNT+2:2'", "CNT+2:2'CNT+1:7'").findings()).isEmpty();
        assertThat(advice.with("CNT+2:2'", "CNT+2:2'CNT+1:8'").finding().problem())
                .isEqualTo(TOTAL_MISMATCH);
        assertThat(advice.with("CNT+2:2'", "CNT+2:2'CNT+7:8'").findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1.80, 0.18, 198", "1.80, 0.18, 1.98", "18, 18.01, 1819"})
    void acceptsAHashTotalAndAPlainSum(String first, String second, String total)
            throws IOException {
        var notice =
                Document.sample(NOTICE)
                        .with("SN1*1*3*EA", "SN1*1*" + first + "*LB")
                        .with("SN1*2*1*EA", "SN1*2*" + second + "*LB");

        assertThat(notice.with("CTT*5*4", "CTT*5*" + total).findings()).isEmpty();
        assertThat(notice.with("CTT*5*4", "CTT*5*7").finding().problem()).isEqualTo(TOTAL_MISMATCH);
    }

    @Test
    void saysNothingOfATotalWhereTheOrderIsBroken() throws IOException {
        var findings = Document.sample("x12/856/partial-second-rejected").findings();

        assertThat(findings).isNotEmpty();
        assertThat(problems(findings)).doesNotContain(LINE_COUNT_MISMATCH, TOTAL_MISMATCH);
    }

    @ParameterizedTest
    @CsvSource({
        "UP*036000291452, UP*036000291453",
        "UP*036000291452, EN*4012345001021",
        "UP*036000291452, UK*036000291452A",
        "00034532100000000174, 00034532100000000175",
        "00034532100000000174, 11034532100000000174",
        "92*HUB, UL*4098765000004"
    })
    void provesCheckDigits(String right, String wrong) throws IOException {
        var finding = Document.sample(NOTICE).with(right, wrong).finding();

        assertThat(finding.problem()).isEqualTo(CHECK_DIGIT_WRONG);
        assertThat(wrong).endsWith(finding.text());
    }

    @ParameterizedTest
    @CsvSource({
        "HL*4*3*I, HL*4*5*I, PARENT_UNKNOWN",
        "HL*2*1*O, HL*2*2*O, PARENT_UNKNOWN",
        "HL*5*3*I, HL*04*3*I, LEVEL_NUMBER_REPEATED",
    })
    void rejectsLevelsThatCannotBeTold(String right, String wrong, DocumentProblem problem)
            throws IOException {
        var report = Document.sample(NOTICE).with(right, wrong).report();

        assertThat(report.allFindings().map(Finding::problem)).containsExactly(problem);
        assertThat(report.verdict()).isEqualTo(Verdict.REJECTED);
    }

    @Test
    void warnsOfLevelsThatAreNotCountedUpwards() throws IOException {
        var report =
                Document.sample(NOTICE)
                        .with("HL*4*3*I", "HL*9*3*I")
                        .with("HL*5*3*I", "HL*8*3*I")
                        .report();

        assertThat(report.allFindings().map(Finding::problem))
                .containsExactly(LEVEL_NUMBER_DESCENDS);
        assertThat(report.verdict()).isEqualTo(Verdict.ACCEPTED_WITH_ERRORS);
    }

    @Test
    void countsSerialNumbersOfALineInPiecesOnly() throws IOException {
        var two =
                Document.sample(NOTICE)
                        .with("SN1*2*1*EA~", "SN1*2*1*EA~REF*SE*A~REF*SE*B~REF*SE*B~")
                        .with("SE*23", "SE*26");

        assertThat(two.finding().problem()).isEqualTo(SERIALS_EXCEED_QUANTITY);
        assertThat(two.finding().explanation())
                .isEqualTo("The line has 2 serial numbers, but only 1 pieces.");
        assertThat(two.with("SN1*2*1*EA", "SN1*2*1*CA").findings()).isEmpty();
    }

    @Test
    void saysNothingOfALineWithoutSerialNumbers() throws IOException {
        var notice = Document.sample(NOTICE).with("SN1*2*1*EA~", "SN1*2*-1*EA~");

        assertThat(notice.with("CTT*5*4", "CTT*5*2").findings()).isEmpty();
    }

    @Test
    void judgesAsHardAsWasAgreed() throws IOException {
        var notice = Document.sample(NOTICE).with("CTT*5", "CTT*9");
        var strange = Document.sample(NOTICE).with("REF*BM*", "REF*Q7*");

        assertThat(notice.report(with(Topic.controlTotals, Level.ACCEPT)).verdict())
                .isEqualTo(Verdict.ACCEPTED);
        assertThat(notice.report(with(Topic.controlTotals, Level.ERROR)).verdict())
                .isEqualTo(Verdict.REJECTED);
        assertThat(strange.findings()).isEmpty();
        assertThat(problems(strange.report(with(Topic.unknownCodes, Level.WARNING))))
                .containsExactly(CODE_UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"X12,856,004010", "EDIFACT,DESADV,D01B"})
    void findsEveryTableThatItsRulesName(Standard standard, String code, String version) {
        var type = new MessageType(standard, code, version, "");

        var strict =
                new Policies(
                        Map.of(Topic.unknownCodes, Level.WARNING), Policies.STANDARD.lateFaults());

        assertThatCode(() -> ContentRules.builtIn().of(type, strict, Optional.empty(), true))
                .doesNotThrowAnyException();
    }

    @Test
    void readsReleasedAndRepeatedValues() throws IOException {
        var released = Document.sample(ADVICE).with("4012345001013:SRV", "401234500101?3:SRV");

        assertThat(released.findings()).isEmpty();
        assertThat(released.with("401234500101?3", "401234500101?4").finding().text())
                .isEqualTo("401234500101?4");
    }

    private static List<DocumentProblem> problems(List<Finding> findings) {
        return findings.stream().map(Finding::problem).toList();
    }

    private static List<DocumentProblem> problems(io.retrogate.edi.InterchangeReport report) {
        return problems(report.allFindings().toList());
    }

    private static TradingPartner with(Topic topic, Level level) {
        var document =
                new DocumentAgreement(
                        DocumentAgreement.Direction.INBOUND,
                        io.retrogate.edi.MessageType.x12("856", "004010"),
                        "none",
                        List.of("erp"));
        return new TradingPartner(
                "acme",
                Path.of("acme"),
                List.of(new PartyId("ZZ", "ACMERETAIL")),
                List.of(new PartyId("ZZ", "RETROGATE")),
                Optional.empty(),
                List.of(document),
                "",
                new Policies(Map.of(topic, level), LateFaults.WHOLE_ENVELOPE),
                List.of(),
                List.of(),
                Optional.empty());
    }
}
