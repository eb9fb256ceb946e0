package io.retrogate.validate;

import static io.retrogate.edi.DocumentProblem.CHARACTER_NOT_IN_REPERTOIRE;

import io.retrogate.edi.CharacterSet;
import io.retrogate.edi.Delimiters;
import io.retrogate.edi.Finding;
import io.retrogate.edi.Finding.Severity;
import io.retrogate.edi.InterchangeHeader;
import io.retrogate.edi.Position;
import io.retrogate.partner.TradingPartner;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The characters that an interchange may have, by agreement or else by UNB S001 (ISO 9735 annex A).
 *
 * @param promise who promises them, for people
 * @param ascii whether they are no more than those of ASCII
 * @param severity of what is beyond them
 */
record Repertoire(String promise, boolean ascii, CharacterSet characters, Severity severity) {

    private static final char LAST = '~';

    /** Begins another set of characters in ISO 2022. */
    private static final char ESCAPE = 0x1B;

    static final Repertoire LATIN = new Repertoire("", false, CharacterSet.LATIN, Severity.WARNING);

    static Repertoire of(InterchangeHeader header, Optional<TradingPartner> partner) {
        var agreed = partner.flatMap(TradingPartner::charset);
        var characters = CharacterSet.of(header, agreed);
        if (agreed.isPresent()) {
            var promise = "The agreement says " + agreed.get();
            return new Repertoire(promise, false, characters, Severity.WARNING);
        }
        var syntax = header.syntaxIdentifier();
        var promise = "The interchange promises " + syntax;
        return switch (syntax) {
            case "UNOA", "UNOB" -> new Repertoire(promise, true, characters, Severity.WARNING);
            // ISO 2022 changes its characters as it goes: what is not ASCII could mean anything.
            case "UNOX" -> new Repertoire(promise, true, characters, Severity.ERROR);
            default -> new Repertoire(promise, false, characters, Severity.WARNING);
        };
    }

    /** Whether all bytes from here to there are within the repertoire. */
    boolean holds(byte[] bytes, int from, int to) {
        if (!ascii) {
            return characters.holds(bytes, from, to - from);
        }
        for (int i = from; i < to; i++) {
            if (bytes[i] < 0 || bytes[i] > LAST || bytes[i] == ESCAPE) {
                return false;
            }
        }
        return true;
    }

    /** Whether lengths in bytes are lengths in characters there. */
    boolean countsBytes(byte[] bytes, int from, int to) {
        return !characters.isUtf8() || CharacterSet.isAscii(bytes, from, to);
    }

    /** One finding for each set says enough. */
    void check(RawSegment segment, TransactionDraft within, Delimiters delimiters) {
        if (lacks(segment.text())
                && within.findings.stream()
                        .noneMatch(f -> f.problem() == CHARACTER_NOT_IN_REPERTOIRE)) {
            within.findings.add(finding(segment, within, delimiters));
        }
    }

    private boolean lacks(String text) {
        if ((!ascii && characters.isLatin()) || plain(text)) {
            return false;
        }
        return ascii
                || !characters.holds(text.getBytes(StandardCharsets.ISO_8859_1), 0, text.length());
    }

    /** Of a segment that has such a character. */
    private Finding finding(RawSegment segment, TransactionDraft within, Delimiters delimiters) {
        int element = 0;
        var part = segment.part(element, delimiters);
        // Where a separator is such a character, no element may have one.
        while (!lacks(part.text()) && element < segment.text().length()) {
            element++;
            part = segment.part(element, delimiters);
        }
        return new Finding(
                CHARACTER_NOT_IN_REPERTOIRE,
                severity,
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
                promise + why());
    }

    private String why() {
        if (severity == Severity.ERROR) {
            return ", in which only an agreement can say what characters these are.";
        }
        return ascii
                ? ", which has no such character; we read it as ISO 8859-1."
                : ", in which these bytes are no character; we read them as ISO 8859-1.";
    }

    private static boolean plain(String text) {
        return text.chars().allMatch(c -> c <= LAST && c != ESCAPE);
    }
}
