package io.retrogate.translate.smooks;

import io.retrogate.edi.DocumentProblem;
import io.retrogate.edi.Finding;
import io.retrogate.edi.Position;

/**
 * What is wrong with one line of a file.
 *
 * @param document which document of the file, from 1; 0 if it concerns all of them
 * @param line from 1; 0 if unknown
 * @param column from 1; 0 if it is the whole line
 */
public record RecordDefect(
        DocumentProblem problem,
        int document,
        int line,
        int column,
        String text,
        String explanation) {

    private static final int LONGEST_TEXT = 80;

    /** The same with a further sentence. */
    public RecordDefect adding(String sentence) {
        return new RecordDefect(
                problem, document, line, column, text, explanation + " " + sentence);
    }

    /** Told of the file as a whole. */
    public RecordDefect ofTheFile(String sentence) {
        return new RecordDefect(problem, 0, line, column, text, explanation + " " + sentence);
    }

    public Finding finding() {
        var shown = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + "…" : text;
        return new Finding(
                problem,
                Finding.Severity.ERROR,
                new Position(line, 0, line > 0 ? "LINE" : "FILE", column, 0, 0, -1),
                "",
                shown,
                explanation);
    }
}
