package io.retrogate.acknowledge;

import io.retrogate.edi.Content;
import io.retrogate.edi.Delimiters;
import io.retrogate.edi.Finding;
import io.retrogate.edi.GroupReport;
import io.retrogate.edi.PlainSegment;
import io.retrogate.edi.TransactionReport;
import io.retrogate.edi.Verdict;
import java.util.List;
import java.util.Set;

/**
 * A transaction set whose syntax is right, with what is wrong with it as a document.
 *
 * @param number what its first segment calls it (BGN02, BSN02, BGM 1004); its control number if it
 *     has none
 * @param segments from ST or UNH on; none if there is no finding to place
 */
record JudgedDocument(
        GroupReport group,
        TransactionReport transaction,
        String number,
        List<Finding> findings,
        List<PlainSegment> segments) {

    /** What starts a line; the first element is its number, or lines are counted. */
    private static final Set<String> NUMBERED = Set.of("LIN", "RCD");

    private static final Set<String> COUNTED =
            Set.of("BLI", "CDD", "W01", "W04", "W07", "W12", "W19");
    private static final Set<String> SUMMARY =
            Set.of("HL", "CPS", "UNS", "CNT", "CTT", "SE", "UNT");

    JudgedDocument {
        findings = List.copyOf(findings);
        segments = List.copyOf(segments);
    }

    static JudgedDocument of(
            GroupReport group,
            TransactionReport transaction,
            Content content,
            Delimiters delimiters) {
        var segments =
                PlainSegment.read(content, transaction.start(), transaction.end(), delimiters);
        var findings = transaction.findings().stream().filter(AdviceCode::isBusiness).toList();
        return new JudgedDocument(
                group,
                transaction,
                number(transaction, segments),
                findings,
                findings.isEmpty() ? List.of() : segments);
    }

    private static String number(TransactionReport transaction, List<PlainSegment> segments) {
        var named = segments.size() > 1 ? segments.get(1).element(2) : "";
        return named.isEmpty() ? transaction.controlNumber().value() : named;
    }

    /** A, E or R: whether it is used. */
    Verdict verdict() {
        return Verdict.of(findings);
    }

    /** Number of the line that the finding stands in; empty if it is not about a line. */
    String line(Finding finding) {
        var line = "";
        int count = 0;
        int last = Math.min(finding.position().segmentInTransaction(), segments.size());
        for (var segment : segments.subList(0, Math.max(0, last))) {
            var tag = segment.tag();
            if (NUMBERED.contains(tag) || COUNTED.contains(tag)) {
                count++;
                var own = NUMBERED.contains(tag) ? segment.element(1) : "";
                line = own.isEmpty() ? Integer.toString(count) : own;
            } else if (SUMMARY.contains(tag)) {
                line = "";
            }
        }
        return line;
    }
}
