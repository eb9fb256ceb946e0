package io.retrogate.validate;

import io.retrogate.edi.Delimiters;
import io.retrogate.edi.DocumentProblem;
import io.retrogate.edi.Finding;
import io.retrogate.edi.Position;

/** Characters beyond the repertoire that UNB S001 promises (ISO 9735 annex A: UNOA, UNOB). */
final class Repertoire {

    private Repertoire() {}

    /** Of a segment that has such a character. */
    static Finding finding(
            RawSegment segment, TransactionDraft within, Delimiters delimiters, String syntax) {
        int element = 0;
        var part = segment.part(element, delimiters);
        // Where a separator is such a character, no element may have one.
        while (plain(part.text()) && element < segment.text().length()) {
            element++;
            part = segment.part(element, delimiters);
        }
        return new Finding(
                DocumentProblem.CHARACTER_NOT_IN_REPERTOIRE,
                Finding.Severity.WARNING,
                new Position(
                        segment.ordinal(),
                        within.segments,
                        segment.tag(delimiters),
                        element,
                        0,
                        1,
                        part.offset()),
                "",
                part.text(),
                "The interchange promises "
                        + syntax
                        + ", which has no such character; we read it as ISO 8859-1.");
    }

    private static boolean plain(String text) {
        return text.chars().allMatch(c -> c <= '~');
    }
}
