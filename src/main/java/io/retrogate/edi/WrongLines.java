package io.retrogate.edi;

import io.retrogate.edi.Finding.Severity;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which lines of a document are held back because of what was found in them, where each line is
 * judged alone.
 */
public final class WrongLines {

    private WrongLines() {}

    /**
     * What is found, with {@link Severity#LINE} for each error that costs its line only; unchanged
     * if the document cannot be used without these lines.
     */
    public static List<Finding> heldBack(List<Finding> findings, DocumentLines lines) {
        return of(findings, lines).isEmpty()
                ? findings
                : findings.stream().map(it -> heldBack(it, lines)).toList();
    }

    /**
     * The lines that have to be held back, with those below them. Empty if an error is not of a
     * line, if segments are not where they belong, so that lines cannot be told apart, if some
     * findings are not said, or if no line would be left.
     */
    public static Optional<BitSet> of(List<Finding> findings, DocumentLines lines) {
        var wrong = new BitSet();
        for (var finding : findings) {
            if (finding.severity() != Severity.WARNING) {
                int line = lines.at(finding.position().segmentInTransaction());
                if (line == DocumentLines.NONE || !isOfItsLine(finding.problem())) {
                    return Optional.empty();
                }
                wrong.set(line);
            } else if (finding.problem() == DocumentProblem.FINDINGS_CAPPED) {
                return Optional.empty();
            }
        }
        var held = lines.with(wrong);
        return held.cardinality() < lines.count() ? Optional.of(held) : Optional.empty();
    }

    private static Finding heldBack(Finding finding, DocumentLines lines) {
        if (finding.severity() != Severity.ERROR) {
            return finding;
        }
        var held = new BitSet();
        held.set(lines.at(finding.position().segmentInTransaction()));
        return new Finding(
                finding.problem(),
                Severity.LINE,
                finding.position(),
                finding.reference(),
                finding.text(),
                finding.explanation() + " " + heldBack(lines.with(held), lines));
    }

    private static String heldBack(BitSet held, DocumentLines lines) {
        var numbers = held.stream().mapToObj(lines::number).collect(Collectors.joining(", "));
        return held.cardinality() == 1
                ? "Line " + numbers + " is held back."
                : "Lines " + numbers + " are held back.";
    }

    /** Whether it is about a value, so that the segments around it still are what they seem. */
    private static boolean isOfItsLine(DocumentProblem problem) {
        return switch (problem) {
            case VALUE_REQUIRED,
                    VALUE_INVALID,
                    CHECK_DIGIT_WRONG,
                    CODE_UNKNOWN,
                    SERIALS_EXCEED_QUANTITY,
                    ELEMENT_MISSING,
                    ELEMENT_CONDITIONALLY_MISSING,
                    ELEMENTS_TOO_MANY,
                    COMPONENTS_TOO_MANY,
                    REPETITIONS_TOO_MANY,
                    ELEMENT_TOO_SHORT,
                    ELEMENT_TOO_LONG,
                    ELEMENT_CHARACTER_INVALID,
                    ELEMENT_CODE_INVALID,
                    ELEMENT_DATE_INVALID,
                    ELEMENT_TIME_INVALID,
                    ELEMENTS_EXCLUDE_EACH_OTHER,
                    GUIDE_SEGMENT_FORBIDDEN,
                    GUIDE_SEGMENT_TOO_OFTEN,
                    GUIDE_ELEMENT_MISSING,
                    GUIDE_ELEMENT_FORBIDDEN,
                    GUIDE_ELEMENT_TOO_LONG,
                    GUIDE_CODE_FORBIDDEN ->
                    true;
            default -> false;
        };
    }
}
