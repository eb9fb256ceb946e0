package io.retrogate.edi;

import static io.retrogate.edi.DocumentProblem.GROUP_CONTROL_COUNT_MISMATCH;
import static io.retrogate.edi.DocumentProblem.GROUP_CONTROL_NUMBER_MISMATCH;
import static io.retrogate.edi.DocumentProblem.GROUP_TRAILER_MISSING;
import static io.retrogate.edi.DocumentProblem.INTERCHANGE_CONTROL_COUNT_MISMATCH;
import static io.retrogate.edi.DocumentProblem.INTERCHANGE_CONTROL_NUMBER_MISMATCH;
import static io.retrogate.edi.DocumentProblem.INTERCHANGE_TRUNCATED;

import io.retrogate.edi.Finding.Severity;
import java.util.List;
import java.util.Set;

/**
 * Faults that show only at a trailer, when the transaction sets before it have been read: what they
 * cost the good ones, and what one bad set costs the others.
 */
public final class EnvelopeFaults {

    private static final Set<DocumentProblem> LATE =
            Set.of(
                    GROUP_TRAILER_MISSING,
                    GROUP_CONTROL_NUMBER_MISMATCH,
                    GROUP_CONTROL_COUNT_MISMATCH,
                    INTERCHANGE_TRUNCATED,
                    INTERCHANGE_CONTROL_NUMBER_MISMATCH,
                    INTERCHANGE_CONTROL_COUNT_MISMATCH);

    private EnvelopeFaults() {}

    /** Whether the finding is about GE, IEA, UNE or UNZ. */
    public static boolean isLate(Finding finding) {
        return LATE.contains(finding.problem());
    }

    /** Late faults of the groups become warnings where there is a good set to go on. */
    public static InterchangeReport forgivenInGroups(InterchangeReport report) {
        return with(
                report,
                report.findings(),
                report.groups().stream().map(EnvelopeFaults::forgiven).toList());
    }

    private static GroupReport forgiven(GroupReport group) {
        boolean good = group.transactions().stream().anyMatch(EnvelopeFaults::isGood);
        if (!good || group.findings().stream().noneMatch(EnvelopeFaults::isLate)) {
            return group;
        }
        return with(group, warned(group.findings()), group.transactions());
    }

    /** Late faults of the interchange become warnings if there is a good set to go on. */
    public static InterchangeReport forgivenInInterchange(InterchangeReport report) {
        boolean good =
                report.groups().stream()
                        .filter(group -> group.verdict() != Verdict.REJECTED)
                        .flatMap(group -> group.transactions().stream())
                        .anyMatch(EnvelopeFaults::isGood);
        return good ? with(report, warned(report.findings()), report.groups()) : report;
    }

    /** One rejected set rejects its group. */
    public static InterchangeReport heldBackByGroup(InterchangeReport report) {
        return with(
                report,
                report.findings(),
                report.groups().stream()
                        .map(
                                group ->
                                        group.verdict() == Verdict.PARTIAL
                                                ? heldBack(group, report.start(), "group")
                                                : group)
                        .toList());
    }

    /** One rejected set or group rejects all. */
    public static InterchangeReport heldBackByInterchange(InterchangeReport report) {
        if (report.verdict() != Verdict.PARTIAL) {
            return report;
        }
        return with(
                report,
                report.findings(),
                report.groups().stream()
                        .map(group -> heldBack(group, report.start(), "interchange"))
                        .toList());
    }

    private static GroupReport heldBack(GroupReport group, long start, String whole) {
        return with(
                group,
                group.findings(),
                group.transactions().stream()
                        .map(set -> isGood(set) ? heldBack(set, start, whole) : set)
                        .toList());
    }

    private static TransactionReport heldBack(TransactionReport set, long start, String whole) {
        var position = new Position(set.firstSegment(), 0, "", 0, 0, 0, set.start() - start);
        var finding =
                new Finding(
                        DocumentProblem.TRANSACTION_HELD_BACK,
                        Severity.ERROR,
                        position,
                        "",
                        "",
                        "Something else in this " + whole + " is rejected, and all of it with it.");
        return FindingsJoin.join(set, List.of(finding));
    }

    private static boolean isGood(TransactionReport set) {
        return set.verdict() != Verdict.REJECTED;
    }

    private static List<Finding> warned(List<Finding> findings) {
        return findings.stream().map(it -> isLate(it) ? warned(it) : it).toList();
    }

    private static Finding warned(Finding it) {
        return new Finding(
                it.problem(),
                Severity.WARNING,
                it.position(),
                it.reference(),
                it.text(),
                it.explanation());
    }

    private static GroupReport with(
            GroupReport group, List<Finding> findings, List<TransactionReport> sets) {
        var verdicts = sets.stream().map(TransactionReport::verdict).toList();
        return new GroupReport(
                group.ordinal(),
                group.code(),
                group.sender(),
                group.receiver(),
                group.controlNumber(),
                group.version(),
                group.declaredCount(),
                Verdict.of(findings).orWorse(Verdict.together(verdicts)),
                findings,
                sets);
    }

    private static InterchangeReport with(
            InterchangeReport report, List<Finding> findings, List<GroupReport> groups) {
        var verdicts = groups.stream().map(GroupReport::verdict).toList();
        return new InterchangeReport(
                report.header(),
                report.start(),
                report.end(),
                Verdict.of(findings).orWorse(Verdict.together(verdicts)),
                findings,
                groups);
    }
}
