package io.retrogate.edi;

import io.retrogate.edi.Finding.Severity;
import java.util.ArrayList;
import java.util.Collection;
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
                worst(report.verdict(), together(verdicts)),
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
                worst(group.verdict(), together(verdicts)),
                group.findings(),
                transactions);
    }

    private static TransactionReport join(TransactionReport transaction, List<Finding> more) {
        if (more.isEmpty()) {
            return transaction;
        }
        var all = new ArrayList<>(transaction.findings());
        all.addAll(more);
        boolean error = more.stream().anyMatch(it -> it.severity() == Severity.ERROR);
        return new TransactionReport(
                transaction.ordinal(),
                transaction.group(),
                transaction.type(),
                transaction.controlNumber(),
                transaction.start(),
                transaction.end(),
                transaction.firstSegment(),
                worst(
                        transaction.verdict(),
                        error ? Verdict.REJECTED : Verdict.ACCEPTED_WITH_ERRORS),
                all);
    }

    /** What a whole is, given its parts: rejected only if each of them is. */
    private static Verdict together(Collection<Verdict> parts) {
        if (parts.isEmpty() || parts.stream().allMatch(Verdict.ACCEPTED::equals)) {
            return Verdict.ACCEPTED;
        }
        if (parts.stream().allMatch(Verdict.REJECTED::equals)) {
            return Verdict.REJECTED;
        }
        boolean some =
                parts.stream().anyMatch(it -> it == Verdict.REJECTED || it == Verdict.PARTIAL);
        return some ? Verdict.PARTIAL : Verdict.ACCEPTED_WITH_ERRORS;
    }

    private static Verdict worst(Verdict left, Verdict right) {
        return left.compareTo(right) >= 0 ? left : right;
    }
}
