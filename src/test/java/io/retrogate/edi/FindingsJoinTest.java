package io.retrogate.edi;

import static io.retrogate.edi.Verdict.ACCEPTED;
import static io.retrogate.edi.Verdict.ACCEPTED_WITH_ERRORS;
import static io.retrogate.edi.Verdict.PARTIAL;
import static io.retrogate.edi.Verdict.REJECTED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FindingsJoinTest {

    private static final PartyId NOBODY = new PartyId("", "");

    @Test
    void leavesAReportWithoutNewFindingsAsItIs() {
        var report = report(ACCEPTED, ACCEPTED, ACCEPTED);

        assertThat(FindingsJoin.join(report, Map.of())).isSameAs(report);
        assertThat(FindingsJoin.join(report, Map.of(1, List.of()))).isSameAs(report);
    }

    @Test
    void rejectsTheTransactionSetOfAnError() {
        var joined =
                FindingsJoin.join(
                        report(ACCEPTED, ACCEPTED, ACCEPTED),
                        Map.of(2, List.of(finding(Finding.Severity.ERROR))));

        assertThat(joined.transactions())
                .extracting(TransactionReport::verdict)
                .containsExactly(ACCEPTED, REJECTED);
        assertThat(joined.groups().get(0).verdict()).isEqualTo(PARTIAL);
        assertThat(joined.verdict()).isEqualTo(PARTIAL);
    }

    @Test
    void rejectsAGroupOnceNothingOfItIsLeft() {
        var joined =
                FindingsJoin.join(
                        report(PARTIAL, REJECTED, ACCEPTED),
                        Map.of(2, List.of(finding(Finding.Severity.ERROR))));

        assertThat(joined.groups().get(0).verdict()).isEqualTo(REJECTED);
        assertThat(joined.verdict()).isEqualTo(REJECTED);
    }

    @Test
    void notesAWarningWithoutRejecting() {
        var joined =
                FindingsJoin.join(
                        report(ACCEPTED, ACCEPTED, ACCEPTED),
                        Map.of(1, List.of(finding(Finding.Severity.WARNING))));

        assertThat(joined.transactions())
                .extracting(TransactionReport::verdict)
                .containsExactly(ACCEPTED_WITH_ERRORS, ACCEPTED);
        assertThat(joined.groups().get(0).verdict()).isEqualTo(ACCEPTED_WITH_ERRORS);
        assertThat(joined.allFindings()).hasSize(1);
    }

    @Test
    void neverMakesAVerdictBetter() {
        var joined =
                FindingsJoin.join(
                        report(REJECTED, ACCEPTED, ACCEPTED),
                        Map.of(1, List.of(finding(Finding.Severity.WARNING))));

        assertThat(joined.groups().get(0).verdict()).isEqualTo(REJECTED);
        assertThat(joined.verdict()).isEqualTo(REJECTED);
    }

    private static Finding finding(Finding.Severity severity) {
        return new Finding(
                DocumentProblem.VALUE_INVALID, severity, Position.NONE, "", "", "For a test.");
    }

    private static InterchangeReport report(Verdict whole, Verdict... parts) {
        var transactions = new ArrayList<TransactionReport>();
        for (var verdict : parts) {
            int ordinal = transactions.size() + 1;
            transactions.add(
                    new TransactionReport(
                            ordinal,
                            1,
                            MessageType.x12("180", "004010"),
                            new ControlNumber("000" + ordinal),
                            0,
                            0,
                            3,
                            verdict,
                            List.of()));
        }
        var group =
                new GroupReport(
                        1,
                        "AN",
                        NOBODY,
                        NOBODY,
                        new ControlNumber("1"),
                        "004010",
                        2,
                        whole,
                        List.of(),
                        transactions);
        return new InterchangeReport(Optional.empty(), 0, 0, whole, List.of(), List.of(group));
    }
}
