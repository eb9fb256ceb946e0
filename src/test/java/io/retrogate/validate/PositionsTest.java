package io.retrogate.validate;

import static io.retrogate.edi.DocumentProblem.ELEMENTS_EXCLUDE_EACH_OTHER;
import static io.retrogate.edi.DocumentProblem.ELEMENTS_TOO_MANY;
import static io.retrogate.edi.DocumentProblem.ELEMENT_CHARACTER_INVALID;
import static io.retrogate.edi.DocumentProblem.ELEMENT_CODE_INVALID;
import static io.retrogate.edi.DocumentProblem.ELEMENT_CONDITIONALLY_MISSING;
import static io.retrogate.edi.DocumentProblem.ELEMENT_DATE_INVALID;
import static io.retrogate.edi.DocumentProblem.ELEMENT_MISSING;
import static io.retrogate.edi.DocumentProblem.ELEMENT_TIME_INVALID;
import static io.retrogate.edi.DocumentProblem.ELEMENT_TOO_LONG;
import static io.retrogate.edi.DocumentProblem.ELEMENT_TOO_SHORT;
import static io.retrogate.edi.DocumentProblem.SEGMENT_MISSING;
import static io.retrogate.edi.DocumentProblem.SEGMENT_OUT_OF_SEQUENCE;
import static io.retrogate.edi.DocumentProblem.SEGMENT_OVER_MAXIMUM;
import static io.retrogate.edi.DocumentProblem.TRANSACTION_HEADER_INVALID;
import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.edi.DocumentProblem;
import io.retrogate.edi.Finding.Severity;
import io.retrogate.edi.Verdict;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One fault in a good document: what it is called, where it is said to be, what it costs. */
class PositionsTest {

    private static final String X12 = "x12/180/request-accepted";
    private static final String EDIFACT = "edifact/retann/d01b-accepted";

    static Stream<Arguments> faults() {
        return Stream.of(
                fault(
                        X12,
                        "5*3*EA*UCP",
                        "5*x*EA*UCP",
                        ELEMENT_CHARACTER_INVALID,
                        "BLI[12]-03",
                        "x"),
                fault(
                        X12,
                        "DTM*007*20261102",
                        "DTM*007*20261302",
                        ELEMENT_DATE_INVALID,
                        "DTM[6]-02",
                        "20261302"),
                fault(X12, "02*0915*ET", "02*2515*ET", ELEMENT_TIME_INVALID, "BGN[4]-04", "2515"),
                fault(X12, "RDR*KA*DM", "RDR*KX*DM", ELEMENT_CODE_INVALID, "RDR[5]-01", "KX"),
                fault(
                        X12,
                        "RDR*KA*DM",
                        "RDR*KA*DM*EW",
                        ELEMENTS_EXCLUDE_EACH_OTHER,
                        "RDR[5]-03",
                        "EW"),
                fault(X12, "N9*SE*SN-4711", "N9**SN-4711", ELEMENT_MISSING, "N9[13]-01", ""),
                fault(X12, "N9*SE*SN-4711", "N9*S*SN-4711", ELEMENT_TOO_SHORT, "N9[13]-01", "S"),
                fault(
                        X12,
                        "N9*SE*SN-4711",
                        "N9*SERI*SN-4711",
                        ELEMENT_TOO_LONG,
                        "N9[13]-01",
                        "SERI"),
                fault(
                        X12,
                        "N1*BY*Acme Retail*92*ACME",
                        "N1*BY*Acme Retail*92",
                        ELEMENT_CONDITIONALLY_MISSING,
                        "N1[9]-04",
                        ""),
                fault(
                        X12,
                        "N4*Columbus*OH*43215*US",
                        "N4*Columbus*OH*43215*US***x*y*z",
                        ELEMENTS_TOO_MANY,
                        "N4[11]-07",
                        "x"),
                fault(
                        X12,
                        "ST*180*0001",
                        "ST*180*01",
                        TRANSACTION_HEADER_INVALID,
                        "ST[3]-02",
                        "01"),
                fault(
                        EDIFACT,
                        "CNT+2:2",
                        "CNT+2:two",
                        ELEMENT_CHARACTER_INVALID,
                        "CNT[24]-01.2",
                        "two"),
                fault(EDIFACT, "QTY+61:5:PCE", "QTY+:5:PCE", ELEMENT_MISSING, "QTY[17]-01.1", ""),
                fault(
                        EDIFACT,
                        "BGM+70E::9",
                        "BGM+70E?+?+::9",
                        ELEMENT_TOO_LONG,
                        "BGM[3]-01.1",
                        "70E?+?+"));
    }

    private static Arguments fault(
            String sample,
            String piece,
            String other,
            DocumentProblem problem,
            String position,
            String text) {
        return Arguments.of(sample, piece, other, problem, position, text);
    }

    @ParameterizedTest(name = "{3} at {4}")
    @MethodSource("faults")
    void saysWhatIsWrongAndWhere(
            String sample,
            String piece,
            String other,
            DocumentProblem problem,
            String position,
            String text)
            throws IOException {
        var document = Document.sample(sample).with(piece, other);
        if (problem == TRANSACTION_HEADER_INVALID) {
            document = document.with("SE*15*0001", "SE*15*01");
        }

        var finding = document.finding();

        assertThat(finding.problem()).isEqualTo(problem);
        assertThat(finding.position()).hasToString(position);
        assertThat(finding.text()).isEqualTo(text);
        assertThat(finding.explanation()).isNotBlank();
        int offset = (int) finding.position().offset();
        assertThat(document.text().substring(offset, offset + text.length())).isEqualTo(text);
        assertThat(document.report().verdict())
                .isEqualTo(
                        finding.severity() == Severity.ERROR
                                ? Verdict.REJECTED
                                : Verdict.ACCEPTED_WITH_ERRORS);
    }

    @Test
    void countsSegmentsFromTheHeaderOfTheSetToo() throws IOException {
        var document = Document.sample("edifact/desadv/two-messages");
        int second = document.text().indexOf("UNH+2");
        var broken = document.text().substring(second).replaceFirst("CNT\\+2:[0-9]+", "CNT+2:x");

        var finding = new Document(document.text().substring(0, second) + broken).finding();

        var before = document.text().substring(0, second).chars().filter(c -> c == '\'').count();
        // UNA is no segment, its terminator was counted here
        assertThat(finding.position().segment() - finding.position().segmentInTransaction())
                .isEqualTo((int) before - 1);
        assertThat(finding.position().tag()).isEqualTo("CNT");
    }

    @Test
    void namesTheSegmentThatIsMissing() throws IOException {
        var document = Document.sample(X12).with("SE*15", "SE*14");
        var without = new Document(document.text().replaceFirst("BGN[^~]*~\\s*", ""));

        var finding = without.finding();

        assertThat(finding.problem()).isEqualTo(SEGMENT_MISSING);
        assertThat(finding.reference()).isEqualTo("BGN");
        assertThat(finding.position()).hasToString("RDR[4]");
        assertThat(finding.explanation()).contains("BGN").contains("RDR");
    }

    @Test
    void namesTheFirstSegmentOfALoopThatIsMissing() throws IOException {
        assertThat(Document.sample("edifact/retann/rejected-line-missing").finding().reference())
                .isEqualTo("LIN");
    }

    @Test
    void tellsARepetitionFromAWrongOrder() throws IOException {
        var request = Document.sample(X12);

        var twice = request.with("RDR*KA*DM~", "RDR*KA*DM~RDR*KA*DM~").with("SE*15", "SE*16");
        var swapped =
                request.with("RDR*KA*DM~\nDTM*007*20261102~", "DTM*007*20261102~\nRDR*KA*DM~");

        assertThat(twice.finding().problem()).isEqualTo(SEGMENT_OVER_MAXIMUM);
        assertThat(swapped.finding().problem()).isEqualTo(SEGMENT_OUT_OF_SEQUENCE);
        assertThat(swapped.finding().position()).hasToString("RDR[6]");
    }

    @Test
    void doesNotCountCharactersThatOnlyReleaseOthers() throws IOException {
        var name = "?+".repeat(35);

        var fits = Document.sample(EDIFACT).with("NW-RA-7001", name);
        var tooLong = Document.sample(EDIFACT).with("NW-RA-7001", name + "x");

        assertThat(fits.findings()).isEmpty();
        assertThat(tooLong.finding().explanation()).contains("36 characters").contains("35");
    }

    @Test
    void stopsListingAfterAHundredFindings() throws IOException {
        var line = "BLI*UP*012345678905*x*EA~";
        var request = Document.sample(X12).with("QTY*28*3*EA~", "QTY*28*3*EA~" + line.repeat(150));

        var findings = request.with("SE*15", "SE*165").findings();

        assertThat(findings).hasSize(101);
        assertThat(findings.get(100).problem()).isEqualTo(DocumentProblem.FINDINGS_CAPPED);
        assertThat(request.with("SE*15", "SE*165").report().verdict()).isEqualTo(Verdict.REJECTED);
    }
}
