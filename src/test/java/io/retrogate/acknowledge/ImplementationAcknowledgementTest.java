package io.retrogate.acknowledge;

import static io.retrogate.acknowledge.Reports.at;
import static io.retrogate.acknowledge.Reports.error;
import static io.retrogate.acknowledge.Reports.finding;
import static io.retrogate.acknowledge.Reports.interchange;
import static io.retrogate.acknowledge.Reports.shipNotice;
import static io.retrogate.acknowledge.Reports.x12Header;
import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.edi.DocumentProblem;
import io.retrogate.edi.Finding;
import io.retrogate.edi.Finding.Severity;
import io.retrogate.edi.GroupReport;
import io.retrogate.edi.Position;
import io.retrogate.edi.TransactionReport;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImplementationAcknowledgementTest {

    private static List<String> answer(GroupReport... groups) {
        var plan =
                Answers.plan(interchange(x12Header(), groups), Optional.of(Reports.agreed("999")));
        assertThat(plan.orElseThrow().form()).isEqualTo("999");
        return List.of(plan.get().renderer().render(Answers.NUMBER, Answers.TIME).split("~"));
    }

    private static GroupReport group(TransactionReport... transactions) {
        return Reports.group("SH", transactions);
    }

    private static List<String> body(Finding... findings) {
        return answer(group(shipNotice("0001", findings))).stream()
                .filter(s -> s.matches("(IK|CTX).*"))
                .toList();
    }

    private static Finding wrong(DocumentProblem problem, Position at, String reference) {
        return finding(problem, Severity.ERROR, at, reference, "");
    }

    @Test
    void acceptsAGroupAsOfThePlainStandard() {
        assertThat(answer(group(shipNotice("0001"))))
                .endsWith(
                        "GS*FA*RETAPP*ACMEAPP*20260203*0930*42*X*005010",
                        "ST*999*0001",
                        "AK1*SH*31*004010",
                        "AK2*856*0001",
                        "IK5*A",
                        "AK9*A*1*1*1",
                        "SE*6*0001",
                        "GE*1*42",
                        "IEA*1*000000042");
    }

    @Test
    void namesTheGuideToWhoeverFollowsOne() {
        var plain = group(shipNotice("0001"));
        var guided =
                new GroupReport(
                        1,
                        "SH",
                        plain.sender(),
                        plain.receiver(),
                        plain.controlNumber(),
                        "005010X221A1",
                        1,
                        plain.verdict(),
                        List.of(),
                        plain.transactions());

        assertThat(answer(guided))
                .contains(
                        "GS*FA*RETAPP*ACMEAPP*20260203*0930*42*X*005010X231A1",
                        "ST*999*0001*005010X231A1",
                        "AK1*SH*31*005010X221A1");
    }

    @Test
    void namesTheLoopThatASegmentCanOnlyStandIn() {
        assertThat(body(wrong(DocumentProblem.ELEMENT_MISSING, at("SN1", 27, 2, 0), "382")))
                .containsExactly("IK3*SN1*27*HL*8", "IK4*2*382*1", "IK5*R*5");
    }

    @Test
    void namesNoLoopOutsideOfAnyOrWhereThereIsAChoice() {
        assertThat(body(error(DocumentProblem.ELEMENT_MISSING, at("BSN", 2, 1, 0))))
                .contains("IK3*BSN*2**8");
        assertThat(body(error(DocumentProblem.SEGMENT_UNKNOWN, at("XYZ", 4, 0, 0))))
                .contains("IK3*XYZ*4**1");
    }

    @Test
    void pointsAtTheElementThatAsksForTheMissingOne() {
        // N1 has P0304: 04 is there, so 03 must be.
        assertThat(
                        body(
                                wrong(
                                        DocumentProblem.ELEMENT_CONDITIONALLY_MISSING,
                                        at("N1", 9, 3, 0),
                                        "66")))
                .containsSubsequence("IK4*3*66*2", "CTX*SITUATIONAL TRIGGER*N1*9*N1*4", "IK5*R*5");
    }

    @Test
    void pointsOnlyAtTheSegmentWhereSeveralElementsMayBeMeant() {
        // N1 has R0203: one of the two, and nothing else asks for 02.
        assertThat(
                        body(
                                wrong(
                                        DocumentProblem.ELEMENT_CONDITIONALLY_MISSING,
                                        at("N1", 9, 2, 0),
                                        "93")))
                .contains("CTX*SITUATIONAL TRIGGER*N1*9*N1");
    }

    @Test
    void tellsWhatOnlyTheAgreementAsksForFromWhatTheStandardDoes() {
        var agreement = wrong(DocumentProblem.VALUE_REQUIRED, at("BSN", 2, 2, 0), "");
        var unreadable =
                finding(
                        DocumentProblem.VALUE_INVALID,
                        Severity.ERROR,
                        at("SN1", 12, 2, 0),
                        "382",
                        "many");

        assertThat(body(agreement, unreadable))
                .containsExactly(
                        "IK3*BSN*2**8",
                        "IK4*2**I9",
                        "IK3*SN1*12*HL*8",
                        "IK4*2*382*I12*many",
                        "IK5*R*I5");
        assertThat(body(agreement, error(DocumentProblem.SEGMENT_UNKNOWN, at("XYZ", 4, 0, 0))))
                .contains("IK5*R*I5*5");
    }

    @Test
    void countsComponentsAndRepetitionsAsThe005010Does() {
        var at = new Position(11, 9, "MEA", 4, 2, 3, 0);

        assertThat(body(wrong(DocumentProblem.COMPONENTS_TOO_MANY, at, "")))
                .contains("IK4*4>2>3**13");
        assertThat(body(wrong(DocumentProblem.REPETITIONS_TOO_MANY, at("MEA", 9, 4, 0), "")))
                .contains("IK4*4**12");
    }
}
