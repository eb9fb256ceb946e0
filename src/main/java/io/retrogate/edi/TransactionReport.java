package io.retrogate.edi;

import java.util.List;

/**
 * What was found in one transaction set.
 *
 * @param ordinal counts from 1 through the whole interchange
 * @param group ordinal of the group it stands in, from 1 (EDIFACT without UNG: 1)
 * @param start byte offset of ST or UNH from the start of the content
 * @param end byte offset just behind the terminator of SE or UNT
 * @param firstSegment ordinal of ST or UNH within the interchange, from 1
 */
public record TransactionReport(
        int ordinal,
        int group,
        MessageType type,
        ControlNumber controlNumber,
        long start,
        long end,
        int firstSegment,
        Verdict verdict,
        List<Finding> findings) {

    public TransactionReport {
        findings = List.copyOf(findings);
    }
}
