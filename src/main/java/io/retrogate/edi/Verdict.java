package io.retrogate.edi;

/**
 * What we make of a transaction set, a group or an interchange: A, E or R of AK501 and AK901;
 * PARTIAL is AK901 P, never of a transaction.
 */
public enum Verdict {
    ACCEPTED,
    ACCEPTED_WITH_ERRORS,
    PARTIAL,
    REJECTED
}
