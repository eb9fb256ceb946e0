package io.retrogate.validate;

import static io.retrogate.edi.Finding.Severity.ERROR;
import static io.retrogate.edi.Finding.Severity.WARNING;

import io.retrogate.edi.Delimiters;
import io.retrogate.edi.DocumentProblem;
import io.retrogate.edi.Finding;
import io.retrogate.edi.Position;
import java.util.List;

/** Makes the findings of the envelope, where we know the segment and the element by heart. */
final class Findings {

    private Findings() {}

    static Finding.Severity severity(DocumentProblem problem) {
        return switch (problem) {
            case ELEMENT_TOO_SHORT,
                    ELEMENT_TOO_LONG,
                    ELEMENT_CODE_INVALID,
                    ELEMENT_TIME_INVALID,
                    ELEMENT_CONDITIONALLY_MISSING,
                    ELEMENTS_EXCLUDE_EACH_OTHER,
                    CHARACTER_NOT_IN_REPERTOIRE,
                    FINDINGS_CAPPED ->
                    WARNING;
            default -> ERROR;
        };
    }

    /** Segments are missing or not where they belong, so that lines and levels cannot be told. */
    static boolean breaksOrder(Finding finding) {
        return switch (finding.problem()) {
            case SEGMENT_UNKNOWN,
                    SEGMENT_UNEXPECTED,
                    SEGMENT_MISSING,
                    SEGMENT_NOT_IN_TRANSACTION,
                    SEGMENT_OUT_OF_SEQUENCE ->
                    true;
            default -> false;
        };
    }

    /** It is about one element alone, whatever stands around it. */
    static boolean holdsWithoutOrder(Finding finding) {
        return switch (finding.problem()) {
            case LINE_COUNT_MISMATCH,
                    TOTAL_MISMATCH,
                    PARENT_UNKNOWN,
                    LEVEL_NUMBER_REPEATED,
                    LEVEL_NUMBER_DESCENDS,
                    SERIALS_EXCEED_QUANTITY ->
                    false;
            default -> true;
        };
    }

    static Finding ofSegment(DocumentProblem problem, RawSegment segment, String tag, String why) {
        return new Finding(
                problem,
                severity(problem),
                new Position(segment.ordinal(), 0, tag, 0, 0, 0, segment.start()),
                "",
                "",
                why);
    }

    static Finding ofElement(
            DocumentProblem problem,
            RawSegment segment,
            Delimiters delimiters,
            int element,
            String reference,
            String why) {
        var part = segment.part(element, delimiters);
        return new Finding(
                problem,
                severity(problem),
                new Position(
                        segment.ordinal(),
                        0,
                        segment.tag(delimiters),
                        element,
                        0,
                        1,
                        part.offset()),
                reference,
                part.text(),
                why);
    }

    static Finding withSeverity(Finding finding, Finding.Severity severity) {
        return new Finding(
                finding.problem(),
                severity,
                finding.position(),
                finding.reference(),
                finding.text(),
                finding.explanation());
    }

    static Finding withExplanation(Finding finding, String explanation) {
        return new Finding(
                finding.problem(),
                finding.severity(),
                finding.position(),
                finding.reference(),
                finding.text(),
                explanation);
    }

    /** Offsets counted from the start of the interchange, not of the content. */
    static List<Finding> within(List<Finding> findings, long start) {
        return findings.stream().map(it -> within(it, start)).toList();
    }

    private static Finding within(Finding it, long start) {
        var at = it.position();
        var position =
                new Position(
                        at.segment(),
                        at.segmentInTransaction(),
                        at.tag(),
                        at.element(),
                        at.component(),
                        at.occurrence(),
                        at.offset() < 0 ? at.offset() : at.offset() - start);
        return new Finding(
                it.problem(), it.severity(), position, it.reference(), it.text(), it.explanation());
    }

    static Finding ofContent(DocumentProblem problem, long offset, String text, String why) {
        return new Finding(
                problem, severity(problem), new Position(0, 0, "", 0, 0, 0, offset), "", text, why);
    }
}
