package io.retrogate.edi;

/**
 * One defect of a document, explained to somebody who does not read EDI.
 *
 * @param severity whether the document can still be used
 * @param reference the data element's number ({@code 382}, {@code 7007}) or the missing segment's
 *     tag; empty if none
 * @param text the offending text as received, one character for each byte; empty if there is none
 * @param explanation what was found and what was expected, one sentence
 */
public record Finding(
        DocumentProblem problem,
        Severity severity,
        Position position,
        String reference,
        String text,
        String explanation) {

    public enum Severity {
        /** The transaction set is refused. */
        ERROR,
        /** The line is held back, and the rest of the transaction set is accepted with errors. */
        LINE,
        /** The transaction set is accepted with errors. */
        WARNING
    }

    /** One whose text was decoded already. */
    public Finding received(CharacterSet characters) {
        var bytes = characters.bytes(text);
        return new Finding(problem, severity, position, reference, bytes, explanation);
    }

    public String remedy() {
        return problem.remedy();
    }
}
