package io.retrogate.acknowledge;

import static io.retrogate.acknowledge.Reports.at;
import static io.retrogate.acknowledge.Reports.finding;
import static io.retrogate.acknowledge.Reports.interchange;
import static io.retrogate.acknowledge.Reports.x12Header;
import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.edi.ControlNumber;
import io.retrogate.edi.DocumentProblem;
import io.retrogate.edi.Finding;
import io.retrogate.edi.Finding.Severity;
import io.retrogate.edi.GroupReport;
import io.retrogate.edi.MessageType;
import io.retrogate.edi.TransactionReport;
import io.retrogate.edi.Verdict;
import io.retrogate.ledger.PlannedAcknowledgement;
import io.retrogate.partner.DocumentAgreement;
import io.retrogate.partner.DocumentAgreement.Direction;
import io.retrogate.partner.TradingPartner;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BusinessAnswersTest {

    private static final String SET =
            "ST*856*0001~BSN*00*ASN-7*20260203*0930~HL*1**S~HL*2*1*I~LIN*7*UP*012345678905~"
                    + "SN1**many*EA~SE*7*0001~";
    private static final Finding UNREADABLE =
            finding(
                    DocumentProblem.VALUE_INVALID,
                    Severity.ERROR,
                    at("SN1", 6, 2, 0),
                    "382",
                    "many");
    private static final Finding SYNTAX =
            finding(DocumentProblem.SEGMENT_UNKNOWN, Severity.ERROR, at("XYZ", 3, 0, 0), "", "");

    @Test
    void saysOfADocumentThatItCannotBeUsedAndWhere() {
        var answers = answers("824", "856", "004010", UNREADABLE);

        assertThat(answers).extracting(PlannedAcknowledgement::form).containsExactly("997", "824");
        assertThat(answers).extracting(PlannedAcknowledgement::verdict).containsExactly("A", "R");
        assertThat(segments(answers.get(0))).contains("AK5*A").noneMatch(s -> s.startsWith("AK3"));
        assertThat(segments(answers.get(1)))
                .contains(
                        "GS*AG*RETAPP*ACMEAPP*20260203*0930*42*X*004010",
                        "BGN*00*000000042-1*20260203*0930",
                        "OTI*TR*TN*ASN-7*****31*0001*856*004010",
                        "REF*LI*7",
                        "TED*848*Line 7: Something is wrong.*SN1*6*2*382*many");
    }

    @Test
    void acceptsWithAndWithoutErrors() {
        var warning =
                finding(
                        DocumentProblem.VALUE_INVALID,
                        Severity.WARNING,
                        at("SN1", 6, 2, 0),
                        "",
                        "");

        assertThat(segments(answers("824", "856", "004010").get(1)))
                .contains("OTI*TA*TN*ASN-7*****31*0001*856*004010");
        assertThat(segments(answers("824", "856", "004010", warning).get(1)))
                .contains("OTI*TE*TN*ASN-7*****31*0001*856*004010");
    }

    @Test
    void namesALineThatIsHeldBackWhateverItIsFor() {
        var syntax =
                finding(DocumentProblem.ELEMENT_MISSING, Severity.LINE, at("SN1", 6, 2, 0), "", "");
        var warning =
                finding(
                        DocumentProblem.VALUE_INVALID,
                        Severity.WARNING,
                        at("BSN", 2, 2, 0),
                        "",
                        "");

        var answers = answers("824", "856", "004010", syntax, warning);

        assertThat(answers).extracting(PlannedAcknowledgement::verdict).containsExactly("E", "P");
        assertThat(segments(answers.get(0))).contains("AK5*E*5");
        assertThat(segments(answers.get(1)))
                .containsSubsequence(
                        "OTI*TP*TN*ASN-7*****31*0001*856*004010",
                        "TED*848*Something is wrong.*BSN*2*2",
                        "OTI*IR*LI*7*****31*0001*856*004010",
                        "TED*007*Line 7: Something is wrong.*SN1*6*2")
                .doesNotContain("REF*LI*7");
    }

    @Test
    void saysNothingMoreOfWhatIsRefusedForItsSyntax() {
        assertThat(answers("824", "856", "004010", UNREADABLE, SYNTAX))
                .extracting(PlannedAcknowledgement::form)
                .containsExactly("997");
    }

    @Test
    void leavesEverythingToThe997WithoutAnAgreement() {
        var answers = answers("none", "856", "004010", UNREADABLE);

        assertThat(answers).extracting(PlannedAcknowledgement::form).containsExactly("997");
        assertThat(segments(answers.get(0))).contains("AK4*2*382*7*many", "AK5*R*5");
    }

    @Test
    void neverAnswersAnAdviceWithAnAdvice() {
        assertThat(answers("824", "824", "004010"))
                .extracting(PlannedAcknowledgement::form)
                .containsExactly("997");
    }

    @Test
    void pointsAtAComponentAsThe005010Does() {
        var component =
                finding(
                        DocumentProblem.VALUE_REQUIRED,
                        Severity.ERROR,
                        at("MEA", 3, 4, 2),
                        "355",
                        "");

        assertThat(segments(answers("824", "856", "005010", component).get(1)))
                .contains("TED*007*Something is wrong.*MEA*3*4>2*355");
    }

    @Test
    void saysNothingOfADocumentInARefusedGroup() {
        var wrong = Reports.error(DocumentProblem.GROUP_CONTROL_COUNT_MISMATCH, at("GE"));
        var set = set("856", "004010");
        var group = Reports.group("SH", Verdict.REJECTED, List.of(wrong), set);

        assertThat(plan(group, agreed("824", set.type())))
                .extracting(PlannedAcknowledgement::form)
                .containsExactly("997");
    }

    private static List<PlannedAcknowledgement> answers(
            String business, String code, String version, Finding... findings) {
        var set = set(code, version, findings);
        var group = Reports.group("SH", set);
        var versioned =
                new GroupReport(
                        1,
                        "SH",
                        group.sender(),
                        group.receiver(),
                        group.controlNumber(),
                        version,
                        1,
                        group.verdict(),
                        List.of(),
                        group.transactions());
        return plan(versioned, agreed(business, set.type()));
    }

    private static List<PlannedAcknowledgement> plan(GroupReport group, TradingPartner partner) {
        return Answers.ACKNOWLEDGER.plan(
                interchange(x12Header(), group), new Received(SET), Optional.of(partner));
    }

    private static TransactionReport set(String code, String version, Finding... findings) {
        return new TransactionReport(
                1,
                1,
                MessageType.x12(code, version),
                new ControlNumber("0001"),
                0,
                SET.length(),
                3,
                Verdict.of(List.of(findings)),
                List.of(findings));
    }

    private static TradingPartner agreed(String business, MessageType type) {
        return new TradingPartner(
                "acme",
                Path.of("routes/acme"),
                List.of(Reports.ACME),
                List.of(Reports.US),
                Optional.empty(),
                List.of(
                        new DocumentAgreement(
                                Direction.INBOUND, type, "997", business, List.of("erp"))),
                "as2");
    }

    private static List<String> segments(PlannedAcknowledgement answer) {
        return List.of(answer.renderer().render(Answers.NUMBER, Answers.TIME).split("~"));
    }
}
