package io.retrogate.acknowledge;

import static io.retrogate.acknowledge.Answers.body;
import static io.retrogate.acknowledge.Answers.x12;
import static io.retrogate.acknowledge.Reports.at;
import static io.retrogate.acknowledge.Reports.error;
import static io.retrogate.acknowledge.Reports.finding;
import static io.retrogate.acknowledge.Reports.group;
import static io.retrogate.acknowledge.Reports.interchange;
import static io.retrogate.acknowledge.Reports.shipNotice;
import static io.retrogate.acknowledge.Reports.x12Header;
import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.edi.Delimiters;
import io.retrogate.edi.DocumentProblem;
import io.retrogate.edi.Finding.Severity;
import io.retrogate.edi.PartyId;
import io.retrogate.edi.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class FunctionalAcknowledgementTest {

    @Test
    void acceptsAGroupFromTheEnvelopeDown() {
        var answer = x12(interchange(x12Header(), group("SH", shipNotice("0001"))));

        assertThat(answer)
                .containsExactly(
                        "ISA*00*          *00*          *01*RETROGATE      *ZZ*ACME           "
                                + "*260203*0930*U*00401*000000042*0*P*>",
                        "GS*FA*RETAPP*ACMEAPP*20260203*0930*42*X*004010",
                        "ST*997*0001",
                        "AK1*SH*31",
                        "AK2*856*0001",
                        "AK5*A",
                        "AK9*A*1*1*1",
                        "SE*6*0001",
                        "GE*1*42",
                        "IEA*1*000000042");
    }

    @Test
    void pointsAtTheElementAndCopiesTheBadData() {
        var finding =
                finding(
                        DocumentProblem.ELEMENT_CODE_INVALID,
                        Severity.ERROR,
                        at("SN1", 27, 3, 0),
                        "355",
                        "XX");
        var answer = x12(interchange(x12Header(), group("SH", shipNotice("0001", finding))));

        assertThat(body(answer))
                .containsExactly(
                        "AK1*SH*31",
                        "AK2*856*0001",
                        "AK3*SN1*27**8",
                        "AK4*3*355*7*XX",
                        "AK5*R*5",
                        "AK9*R*1*1*0");
    }

    @Test
    void pointsAtTheComponentOfAComposite() {
        var finding =
                finding(
                        DocumentProblem.ELEMENT_TOO_LONG,
                        Severity.WARNING,
                        at("MEA", 9, 4, 2),
                        "1018",
                        "1234567890123456");
        var answer = x12(interchange(x12Header(), group("SH", shipNotice("0001", finding))));

        assertThat(answer).contains("AK4*4>2*1018*5*1234567890123456", "AK5*E*5", "AK9*E*1*1*1");
    }

    @Test
    void namesTheMissingSegmentWhereItWasMissed() {
        var missing =
                finding(
                        DocumentProblem.SEGMENT_MISSING,
                        Severity.ERROR,
                        at("DTM", 2, 0, 0),
                        "BSN",
                        "");
        var answer = x12(interchange(x12Header(), group("SH", shipNotice("0001", missing))));

        assertThat(answer).contains("AK3*BSN*2**3");
    }

    @Test
    void reportsASegmentOnceWithAllItsElements() {
        var first = error(DocumentProblem.ELEMENT_MISSING, at("SN1", 5, 2, 0));
        var surplus = error(DocumentProblem.ELEMENTS_TOO_MANY, at("SN1", 5, 10, 0));
        var more = error(DocumentProblem.ELEMENTS_TOO_MANY, at("SN1", 5, 11, 0));
        var earlier = error(DocumentProblem.SEGMENT_UNEXPECTED, at("ZZZ", 4, 0, 0));
        var transaction = shipNotice("0001", first, surplus, more, earlier);

        assertThat(body(x12(interchange(x12Header(), group("SH", transaction)))))
                .containsSubsequence(
                        "AK3*ZZZ*4**2", "AK3*SN1*5**8", "AK4*2**1", "AK4*10**3", "AK5*R*5")
                .doesNotContain("AK4*11**3");
    }

    @Test
    void countsWhatWasDeclaredReceivedAndAccepted() {
        var bad = shipNotice("0002", error(DocumentProblem.SEGMENT_UNKNOWN, at("XYZ", 3, 0, 0)));
        var poor =
                shipNotice(
                        "0003",
                        finding(
                                DocumentProblem.TRANSACTION_CONTROL_COUNT_MISMATCH,
                                Severity.WARNING,
                                at("SE"),
                                "",
                                "7"));
        var answer = x12(interchange(x12Header(), group("SH", shipNotice("0001"), bad, poor)));

        assertThat(answer).contains("AK5*R*5", "AK5*E*4", "AK9*P*3*3*2");
    }

    @Test
    void rejectsEveryTransactionOfARejectedGroup() {
        var fault = error(DocumentProblem.GROUP_CONTROL_NUMBER_MISMATCH, at("GE"));
        var group = group("SH", Verdict.REJECTED, List.of(fault), shipNotice("0001"));

        assertThat(body(x12(interchange(x12Header(), group))))
                .containsExactly("AK1*SH*31", "AK2*856*0001", "AK5*R", "AK9*R*1*1*0*4");
    }

    @Test
    void replacesDelimitersInTheCopyOfBadData() {
        var finding =
                finding(
                        DocumentProblem.ELEMENT_CHARACTER_INVALID,
                        Severity.ERROR,
                        at("PID", 3, 5, 0),
                        "352",
                        "a~IEA*1>\u0001\u00e9" + "x".repeat(120));
        var answer = x12(interchange(x12Header(), group("SH", shipNotice("0001", finding))));

        assertThat(answer).contains("AK4*5*352*6*a?IEA?1??\u00e9" + "x".repeat(89));
    }

    @Test
    void usesTheDelimitersOfThePartner() {
        var odd = new Delimiters('|', '\\', '\n', '\0', '\0', '.');
        var text = Answers.text(interchange(x12Header(odd, false), group("SH", shipNotice("1"))));

        assertThat(text)
                .startsWith("ISA|00|")
                .contains("|P|\\\nGS|FA|")
                .endsWith("IEA|1|000000042\n");
    }

    @Test
    void fallsBackToUsualDelimitersWhereThoseOfThePartnerCutDataApart() {
        var odd = new Delimiters('K', '>', '~', '\0', '\0', '.');

        assertThat(x12(interchange(x12Header(odd, false), group("SH", shipNotice("0001")))))
                .contains("AK9*A*1*1*1");
    }

    @Test
    void answersEachApplicationInItsOwnGroup() {
        var first = group("SH", shipNotice("0001"));
        var second =
                new io.retrogate.edi.GroupReport(
                        2,
                        "AN",
                        new PartyId("", "OTHERAPP"),
                        new PartyId("", "RETAPP"),
                        first.controlNumber(),
                        "004010",
                        -1,
                        Verdict.ACCEPTED,
                        List.of(),
                        List.of(shipNotice("0009")));
        var answer = x12(interchange(x12Header(), first, first, second));

        assertThat(answer)
                .contains(
                        "GS*FA*RETAPP*ACMEAPP*20260203*0930*42*X*004010",
                        "ST*997*0002",
                        "GE*2*42",
                        "GS*FA*RETAPP*OTHERAPP*20260203*0930*1000042*X*004010",
                        "GE*1*1000042",
                        "IEA*2*000000042");
    }
}
