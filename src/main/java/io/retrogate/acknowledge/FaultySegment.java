package io.retrogate.acknowledge;

import io.retrogate.edi.DocumentProblem;
import io.retrogate.edi.Finding;
import io.retrogate.edi.TransactionReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A segment of a transaction set, present or missing, with everything found wrong in it.
 *
 * @param tag of the segment at fault; of the missing one if it is missing
 * @param position counted from ST or UNH, which is 1; for a missing segment where it was missed
 */
record FaultySegment(String tag, int position, List<Finding> findings) {

    FaultySegment {
        findings = List.copyOf(findings);
    }

    /** In the order of the document; findings that name no segment are left out. */
    static List<FaultySegment> of(TransactionReport transaction) {
        Map<List<Object>, List<Finding>> segments = new LinkedHashMap<>();
        transaction.findings().stream()
                .filter(FaultySegment::namesSegment)
                .sorted(Comparator.comparingInt(f -> f.position().segmentInTransaction()))
                .forEach(f -> segments.computeIfAbsent(key(f), k -> new ArrayList<>()).add(f));
        return segments.values().stream()
                .map(
                        found ->
                                new FaultySegment(
                                        tag(found.get(0)),
                                        found.get(0).position().segmentInTransaction(),
                                        found))
                .toList();
    }

    static boolean namesSegment(Finding finding) {
        return switch (ErrorLevel.of(finding.problem())) {
            case SEGMENT, ELEMENT ->
                    finding.position().segmentInTransaction() > 0 && !tag(finding).isEmpty();
            case ENVELOPE, TRANSACTION -> false;
        };
    }

    boolean missing() {
        return isMissing(findings.get(0));
    }

    /** Those about the segment as a whole. */
    List<Finding> ofSegment() {
        return findings.stream()
                .filter(f -> ErrorLevel.of(f.problem()) == ErrorLevel.SEGMENT)
                .toList();
    }

    /** Those about its elements, each place and problem once, surplus elements once in all. */
    List<Finding> ofElements() {
        var seen = new HashSet<List<Object>>();
        return findings.stream()
                .filter(f -> ErrorLevel.of(f.problem()) == ErrorLevel.ELEMENT)
                .filter(f -> seen.add(place(f)))
                .toList();
    }

    private static List<Object> place(Finding finding) {
        if (finding.problem() == DocumentProblem.ELEMENTS_TOO_MANY) {
            return List.of(finding.problem());
        }
        var at = finding.position();
        return List.of(finding.problem(), at.element(), at.component(), at.occurrence());
    }

    private static List<Object> key(Finding finding) {
        boolean missing = isMissing(finding);
        return List.of(finding.position().segmentInTransaction(), tag(finding), missing);
    }

    private static boolean isMissing(Finding finding) {
        return finding.problem() == DocumentProblem.SEGMENT_MISSING
                || finding.problem() == DocumentProblem.GUIDE_SEGMENT_MISSING;
    }

    private static String tag(Finding finding) {
        boolean missing = isMissing(finding);
        return missing && !finding.reference().isEmpty()
                ? finding.reference()
                : finding.position().tag();
    }
}
