package io.retrogate.edi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Joins findings of a later stage to a report. Verdicts only ever get worse: of the transaction set
 * by its new findings, of group and interchange by what became of their transaction sets.
 */
public final class FindingsJoin {

    private FindingsJoin() {}

    /** The findings belong to the transaction sets with these ordinals. */
    public static InterchangeReport join(
            InterchangeReport report, Map<Integer, List<Finding>> findings) {
        if (findings.values().stream().allMatch(List::isEmpty)) {
            return report;
        }
        var groups = report.groups().stream().map(group -> join(group, findings)).toList();
        var verdicts = groups.stream().map(GroupReport::verdict).toList();
        return new InterchangeReport(
                report.header(),
                report.start(),
                report.end(),
                report.verdict().orWorse(Verdict.together(verdicts)),
                report.findings(),
                groups);
    }

    private static GroupReport join(GroupReport group, Map<Integer, List<Finding>> findings) {
        var transactions =
                group.transactions().stream()
                        .map(it -> join(it, findings.getOrDefault(it.ordinal(), List.of())))
                        .toList();
        if (transactions.equals(group.transactions())) {
            return group;
        }
        var verdicts = transactions.stream().map(TransactionReport::verdict).toList();
        return new GroupReport(
                group.ordinal(),
                group.code(),
                group.sender(),
                group.receiver(),
                group.controlNumber(),
                group.version(),
                group.declaredCount(),
                group.verdict().orWorse(Verdict.together(verdicts)),
                group.findings(),
                transactions);
    }

    private static TransactionReport join(TransactionReport transaction, List<Finding> more) {
        if (more.isEmpty()) {
            return transaction;
        }
        var all = new ArrayList<>(transaction.findings());
        all.addAll(more);
        return new TransactionReport(
                transaction.ordinal(),
                transaction.group(),
                transaction.type(),
                transaction.controlNumber(),
                transaction.start(),
                transaction.end(),
                transaction.firstSegment(),
                transaction.verdict().orWorse(Verdict.of(more)),
                all);
    }
}
