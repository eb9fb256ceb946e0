package io.retrogate.validate;

import io.retrogate.edi.ControlNumber;
import io.retrogate.edi.Delimiters;
import io.retrogate.edi.DocumentProblem;
import io.retrogate.edi.Finding;
import io.retrogate.edi.Position;
import java.util.List;
import java.util.regex.Pattern;

/** A trailer repeats a number and a count; both must be those of what it closes. */
final class Trailer {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    private final RawSegment segment;
    private final Delimiters delimiters;
    private final List<Finding> findings;
    private final int segmentInTransaction;

    private Trailer(
            RawSegment segment, Delimiters delimiters, List<Finding> findings, int inTransaction) {
        this.segment = segment;
        this.delimiters = delimiters;
        this.findings = findings;
        this.segmentInTransaction = inTransaction;
    }

    /** The position within the transaction set is 0 for trailers of what is above it. */
    static Trailer of(
            RawSegment segment, Delimiters delimiters, List<Finding> findings, int inTransaction) {
        return new Trailer(segment, delimiters, findings, inTransaction);
    }

    /** The count, or -1 if it is no number. */
    static int number(String text) {
        return NUMBER.matcher(text).matches() ? Integer.parseInt(text) : -1;
    }

    Trailer count(
            int element,
            String reference,
            int actual,
            DocumentProblem problem,
            Finding.Severity severity) {
        var said = segment.element(element, delimiters);
        if (number(said) != actual) {
            add(
                    problem,
                    element,
                    reference,
                    "The trailer counts " + shown(said) + "; there are " + actual + ".",
                    severity);
        }
        return this;
    }

    Trailer reference(
            int element, String reference, ControlNumber expected, DocumentProblem problem) {
        var said = new ControlNumber(segment.element(element, delimiters));
        if (!said.matches(expected)) {
            add(
                    problem,
                    element,
                    reference,
                    "The trailer names "
                            + shown(said.value())
                            + "; the header says "
                            + shown(expected.value())
                            + ".",
                    Findings.severity(problem));
        }
        return this;
    }

    private static String shown(String text) {
        return text.isEmpty() ? "nothing" : text;
    }

    private void add(
            DocumentProblem problem,
            int element,
            String reference,
            String why,
            Finding.Severity severity) {
        var part = segment.part(element, delimiters);
        var position =
                new Position(
                        segment.ordinal(),
                        segmentInTransaction,
                        segment.tag(delimiters),
                        element,
                        0,
                        1,
                        part.offset());
        findings.add(new Finding(problem, severity, position, reference, part.text(), why));
    }
}
