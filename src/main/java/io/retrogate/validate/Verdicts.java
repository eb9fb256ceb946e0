package io.retrogate.validate;

import io.retrogate.edi.Finding;
import io.retrogate.edi.Finding.Severity;
import io.retrogate.edi.Verdict;
import java.util.Collection;
import java.util.List;

/** From findings to verdicts: AK501 for a transaction set, AK901 for what holds several. */
final class Verdicts {

    private Verdicts() {}

    static Verdict ofFindings(List<Finding> findings) {
        if (findings.stream().anyMatch(f -> f.severity() == Severity.ERROR)) {
            return Verdict.REJECTED;
        }
        return findings.isEmpty() ? Verdict.ACCEPTED : Verdict.ACCEPTED_WITH_ERRORS;
    }

    /** An error of its own rejects all of it; else the parts decide. */
    static Verdict ofParts(List<Finding> own, Collection<Verdict> parts) {
        var verdict = ofFindings(own);
        if (verdict == Verdict.REJECTED) {
            return verdict;
        }
        if (!parts.isEmpty() && parts.stream().allMatch(p -> p == Verdict.REJECTED)) {
            return Verdict.REJECTED;
        }
        if (parts.contains(Verdict.REJECTED) || parts.contains(Verdict.PARTIAL)) {
            return Verdict.PARTIAL;
        }
        return parts.contains(Verdict.ACCEPTED_WITH_ERRORS)
                ? Verdict.ACCEPTED_WITH_ERRORS
                : verdict;
    }
}
