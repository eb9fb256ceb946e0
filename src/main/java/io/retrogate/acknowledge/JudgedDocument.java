package io.retrogate.acknowledge;

import io.retrogate.edi.Content;
import io.retrogate.edi.Delimiters;
import io.retrogate.edi.DocumentLines;
import io.retrogate.edi.Finding;
import io.retrogate.edi.Finding.Severity;
import io.retrogate.edi.GroupReport;
import io.retrogate.edi.PlainSegment;
import io.retrogate.edi.TransactionReport;
import io.retrogate.edi.Verdict;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A transaction set whose syntax is right, with what is wrong with it as a document.
 *
 * @param number what its first segment calls it (BGN02, BSN02, BGM 1004); its control number if it
 *     has none
 * @param findings those of business, and all that cost a line
 */
record JudgedDocument(
        GroupReport group,
        TransactionReport transaction,
        String number,
        List<Finding> findings,
        DocumentLines lines) {

    JudgedDocument {
        findings = List.copyOf(findings);
    }

    static JudgedDocument of(
            GroupReport group,
            TransactionReport transaction,
            Content content,
            Delimiters delimiters) {
        var segments =
                PlainSegment.read(content, transaction.start(), transaction.end(), delimiters);
        var findings =
                transaction.findings().stream()
                        .filter(it -> AdviceCode.isBusiness(it) || it.severity() == Severity.LINE)
                        .toList();
        return new JudgedDocument(
                group,
                transaction,
                number(transaction, segments),
                findings,
                DocumentLines.of(transaction.type(), findings.isEmpty() ? List.of() : segments));
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
        int line = lines.at(finding.position().segmentInTransaction());
        return line == DocumentLines.NONE ? "" : lines.number(line);
    }

    /** The lines that are held back, in order, each with what was found in it. */
    SortedMap<Integer, List<Finding>> heldBack() {
        var held = new TreeMap<Integer, List<Finding>>();
        if (verdict() != Verdict.REJECTED) {
            findings.stream()
                    .filter(it -> it.severity() == Severity.LINE)
                    .map(it -> lines.at(it.position().segmentInTransaction()))
                    .forEach(line -> held.put(line, of(line)));
        }
        return held;
    }

    private List<Finding> of(int line) {
        return findings.stream()
                .filter(it -> lines.at(it.position().segmentInTransaction()) == line)
                .toList();
    }
}
