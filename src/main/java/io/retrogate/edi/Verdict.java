package io.retrogate.edi;

import io.retrogate.edi.Finding.Severity;
import java.util.Collection;
import java.util.List;

/**
 * What we make of a transaction set, a group or an interchange: A, E or R of AK501 and AK901;
 * PARTIAL is AK901 P, never of a transaction.
 */
public enum Verdict {
    ACCEPTED,
    ACCEPTED_WITH_ERRORS,
    PARTIAL,
    REJECTED;

    /** Of what has these findings and no parts. */
    public static Verdict of(List<Finding> findings) {
        if (findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)) {
            return REJECTED;
        }
        return findings.isEmpty() ? ACCEPTED : ACCEPTED_WITH_ERRORS;
    }

    /** Of a whole, given its parts: rejected only if each of them is (X12 element 715). */
    public static Verdict together(Collection<Verdict> parts) {
        if (!parts.isEmpty() && parts.stream().allMatch(REJECTED::equals)) {
            return REJECTED;
        }
        if (parts.contains(REJECTED) || parts.contains(PARTIAL)) {
            return PARTIAL;
        }
        return parts.contains(ACCEPTED_WITH_ERRORS) ? ACCEPTED_WITH_ERRORS : ACCEPTED;
    }

    public Verdict orWorse(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
