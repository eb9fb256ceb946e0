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
        return group.with(group.verdict().orWorse(Verdict.together(verdicts)), transactions);
    }

    static TransactionReport join(TransactionReport transaction, List<Finding> later) {
        if (later.isEmpty()) {
            return transaction;
        }
        return new TransactionReport(
                transaction.ordinal(),
                transaction.group(),
                transaction.type(),
                transaction.controlNumber(),
                transaction.start(),
                transaction.end(),
                transaction.firstSegment(),
                transaction.verdict().orWorse(Verdict.of(later)),
                join(transaction.findings(), later));
    }

    /** The findings of two stages about one transaction set; what both found is said once. */
    public static List<Finding> join(List<Finding> before, List<Finding> later) {
        // Twice the same finding would be answered twice.
        var all = new ArrayList<Finding>();
        before.forEach(it -> all.add(worsened(it, later)));
        later.stream().filter(it -> !said(it, before)).forEach(all::add);
        return all;
    }

    /** That a key is wrong is said by who proved its check digit, and not again by who reads it. */
    private static boolean said(Finding finding, List<Finding> before) {
        return before.stream().anyMatch(it -> sameKey(it, finding));
    }

    /** As hard as it is for who could not read the key. */
    private static Finding worsened(Finding before, List<Finding> later) {
        return later.stream()
                .filter(it -> sameKey(before, it) && it.severity() != Finding.Severity.WARNING)
                .findFirst()
                .map(
                        it ->
                                new Finding(
                                        before.problem(),
                                        it.severity(),
                                        before.position(),
                                        before.reference(),
                                        before.text(),
                                        before.explanation()))
                .orElse(before);
    }

    private static boolean sameKey(Finding before, Finding later) {
        return before.problem() == DocumentProblem.CHECK_DIGIT_WRONG
                && later.problem() == DocumentProblem.VALUE_INVALID
                && samePlace(before.position(), later.position());
    }

    private static boolean samePlace(Position one, Position other) {
        return one.segment() == other.segment()
                && one.element() == other.element()
                && Math.max(1, one.component()) == Math.max(1, other.component());
    }
}
