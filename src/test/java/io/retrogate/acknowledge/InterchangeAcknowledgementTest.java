package io.retrogate.acknowledge;

import static io.retrogate.acknowledge.Answers.body;
import static io.retrogate.acknowledge.Answers.x12;
import static io.retrogate.acknowledge.Reports.X12;
import static io.retrogate.acknowledge.Reports.at;
import static io.retrogate.acknowledge.Reports.error;
import static io.retrogate.acknowledge.Reports.finding;
import static io.retrogate.acknowledge.Reports.group;
import static io.retrogate.acknowledge.Reports.interchange;
import static io.retrogate.acknowledge.Reports.shipNotice;
import static io.retrogate.acknowledge.Reports.x12Header;
import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.edi.DocumentProblem;
import io.retrogate.edi.Finding.Severity;
import io.retrogate.edi.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class InterchangeAcknowledgementTest {

    @Test
    void comesWhenItIsAskedFor() {
        var answer = x12(interchange(x12Header(X12, true), group("SH", shipNotice("0001"))));

        assertThat(answer.get(1)).isEqualTo("TA1*000000107*260203*0915*A*000");
        assertThat(answer.get(2)).startsWith("GS*FA*");
    }

    @Test
    void rejectsADuplicateAloneAndSaysNothingOfItsGroups() {
        var duplicate = error(DocumentProblem.DUPLICATE_INTERCHANGE, at("ISA", 0, 13, 0));
        var report =
                interchange(
                        x12Header(),
                        Verdict.REJECTED,
                        List.of(duplicate),
                        group("SH", shipNotice("0001")));

        assertThat(body(x12(report))).containsExactly("TA1*000000107*260203*0915*R*025");
        assertThat(x12(report).get(2)).isEqualTo("IEA*0*000000042");
    }

    @Test
    void notesAFaultThatLeavesTheInterchangeUsable() {
        var count =
                finding(
                        DocumentProblem.INTERCHANGE_CONTROL_COUNT_MISMATCH,
                        Severity.WARNING,
                        at("IEA", 0, 1, 0),
                        "",
                        "3");
        var report =
                interchange(
                        x12Header(),
                        Verdict.ACCEPTED_WITH_ERRORS,
                        List.of(count),
                        group("SH", shipNotice("0001")));

        assertThat(body(x12(report))).contains("TA1*000000107*260203*0915*E*021", "AK9*A*1*1*1");
    }

    @Test
    void tellsWhichElementOfTheEnvelopeIsWrong() {
        var qualifier = error(DocumentProblem.ENVELOPE_ELEMENT_INVALID, at("ISA", 0, 7, 0));
        var report = interchange(x12Header(), Verdict.REJECTED, List.of(qualifier));

        assertThat(body(x12(report))).containsExactly("TA1*000000107*260203*0915*R*007");
    }

    @Test
    void staysPositiveWhenOnlyTheTransactionsAreRejected() {
        var bad = shipNotice("0001", error(DocumentProblem.SEGMENT_UNKNOWN, at("XYZ", 3, 0, 0)));
        var report =
                interchange(x12Header(X12, true), Verdict.REJECTED, List.of(), group("SH", bad));

        assertThat(body(x12(report))).contains("TA1*000000107*260203*0915*A*000", "AK9*R*1*1*0");
    }

    @Test
    void acceptsWithErrorsWhatTheValidationDidNotReject() {
        var count = error(DocumentProblem.INTERCHANGE_CONTROL_COUNT_MISMATCH, at("IEA", 0, 1, 0));
        var report =
                interchange(
                        x12Header(),
                        Verdict.PARTIAL,
                        List.of(count),
                        group("SH", shipNotice("0001")));

        assertThat(body(x12(report))).contains("TA1*000000107*260203*0915*E*021", "AK9*A*1*1*1");
    }
}
