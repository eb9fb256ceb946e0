package io.retrogate.edi;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was found in one interchange, from the envelope down.
 *
 * @param header empty if not even the header could be read
 * @param start byte offset of ISA, UNA or UNB from the start of the content
 * @param end byte offset just behind the interchange
 * @param findings those of the interchange's own envelope
 */
public record InterchangeReport(
        Optional<InterchangeHeader> header,
        long start,
        long end,
        Verdict verdict,
        List<Finding> findings,
        List<GroupReport> groups) {

    public InterchangeReport {
        findings = List.copyOf(findings);
        groups = List.copyOf(groups);
    }

    /** Every finding of every level, in document order of the levels. */
    public Stream<Finding> allFindings() {
        return Stream.concat(
                findings.stream(),
                groups.stream()
                        .flatMap(
                                group ->
                                        Stream.concat(
                                                group.findings().stream(),
                                                group.transactions().stream()
                                                        .flatMap(t -> t.findings().stream()))));
    }

    public Stream<TransactionReport> transactions() {
        return groups.stream().flatMap(group -> group.transactions().stream());
    }
}
