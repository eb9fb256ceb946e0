package io.retrogate.validate;

import io.retrogate.edi.Delimiters;
import io.retrogate.edi.DocumentProblem;
import io.retrogate.edi.Finding;
import io.retrogate.edi.Position;

/** Characters beyond the repertoire that UNB S001 promises (ISO 9735 annex A: UNOA, UNOB). */
final class Repertoire {

    private static final char LAST = '~';

    private final String syntax;
    private final Delimiters delimiters;
    private final boolean narrow;

    Repertoire(String syntax, Delimiters delimiters) {
        this.syntax = syntax;
        this.delimiters = delimiters;
        narrow = syntax.equals("UNOA") || syntax.equals("UNOB");
    }

    /** Whether all bytes from here to there are within the repertoire. */
    boolean holds(byte[] bytes, int from, int to) {
        for (int i = from; narrow && i < to; i++) {
            if (bytes[i] < 0 || bytes[i] > LAST) {
                return false;
            }
        }
        return true;
    }

    /** One finding for each set says enough. */
    void check(RawSegment segment, TransactionDraft within) {
        if (narrow
                && !plain(segment.text())
                && within.findings.stream()
                        .noneMatch(
                                f -> f.problem() == DocumentProblem.CHARACTER_NOT_IN_REPERTOIRE)) {
            within.findings.add(finding(segment, within));
        }
    }

    /** Of a segment that has such a character. */
    private Finding finding(RawSegment segment, TransactionDraft within) {
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
        return text.chars().allMatch(c -> c <= LAST);
    }
}
