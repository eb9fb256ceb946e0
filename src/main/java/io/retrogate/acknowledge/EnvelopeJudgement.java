package io.retrogate.acknowledge;

import io.retrogate.edi.Finding;
import io.retrogate.edi.Finding.Severity;
import io.retrogate.edi.InterchangeReport;
import io.retrogate.edi.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What we made of the interchange envelope alone. A rejected envelope rejects everything in it, so
 * nothing below it is answered.
 */
record EnvelopeJudgement(boolean rejected, List<Finding> findings) {

    EnvelopeJudgement {
        findings = List.copyOf(findings);
    }

    static EnvelopeJudgement of(InterchangeReport report) {
        // An interchange is also REJECTED when all of its transactions are; its envelope is not.
        boolean rejected =
                report.verdict() == Verdict.REJECTED
                        && (report.groups().isEmpty()
                                || report.findings().stream().anyMatch(EnvelopeJudgement::isError));
        return new EnvelopeJudgement(rejected, report.findings());
    }

    boolean faulty() {
        return rejected || !findings.isEmpty();
    }

    /** The one finding that TA1 and UCI have room for: an error before a warning. */
    Optional<Finding> gravest() {
        return findings.stream().min(Comparator.comparing(f -> isError(f) ? 0 : 1));
    }

    /** A, E or R of TA104 (X12 element I17). */
    String letter() {
        return rejected ? "R" : findings.isEmpty() ? "A" : "E";
    }

    private static boolean isError(Finding finding) {
        return finding.severity() == Severity.ERROR;
    }
}
