package io.retrogate.acknowledge;

import io.retrogate.edi.Delimiters;
import io.retrogate.edi.InterchangeHeader;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Chooses the delimiters of an answer: those the partner used, as its reader surely understands
 * them, unless they could be mistaken for data.
 */
final class AnswerDelimiters {

    static final Delimiters X12 = new Delimiters('*', '>', '~', '^', '\0', '.');
    static final Delimiters EDIFACT = new Delimiters('+', ':', '\'', '*', '?', '.');

    private AnswerDelimiters() {}

    /**
     * @param version ISA12 of the answer; before 00402 nothing repeats
     */
    static Delimiters x12(InterchangeHeader header, String version) {
        var chosen = x12(header);
        return new Delimiters(
                chosen.element(),
                chosen.component(),
                chosen.segment(),
                version.compareTo("00402") < 0 ? 0 : repetition(chosen),
                chosen.release(),
                chosen.decimalMark());
    }

    private static Delimiters x12(InterchangeHeader header) {
        var received = header.delimiters();
        boolean usable =
                areDistinct(received.element(), received.component(), received.segment())
                        && Stream.of(header.sender(), header.receiver())
                                .map(party -> party.qualifier() + party.value())
                                .noneMatch(text -> occurIn(received, text));
        return usable ? received : X12;
    }

    /** ISA11 from 00402 on: theirs, or one that separates nothing else. */
    private static char repetition(Delimiters delimiters) {
        return IntStream.of(delimiters.repetition(), '^', '!', '|', '`')
                .filter(c -> c != 0)
                .filter(c -> c != delimiters.element())
                .filter(c -> c != delimiters.component())
                .filter(c -> c != delimiters.segment())
                .mapToObj(c -> (char) c)
                .findFirst()
                .orElseThrow();
    }

    static Delimiters edifact(InterchangeHeader header) {
        var received = header.delimiters();
        return areDistinct(
                        received.element(),
                        received.component(),
                        received.segment(),
                        received.release())
                ? received
                : EDIFACT;
    }

    /**
     * Whether an EDIFACT reader needs no UNA to read them.
     *
     * @param repeats whether it knows of repetitions: from syntax 4 on
     */
    static boolean areDefault(Delimiters delimiters, boolean repeats) {
        return (!repeats || delimiters.repetition() == EDIFACT.repetition())
                && delimiters.element() == EDIFACT.element()
                && delimiters.component() == EDIFACT.component()
                && delimiters.segment() == EDIFACT.segment()
                && delimiters.release() == EDIFACT.release();
    }

    // A control character may end a segment; a letter, a digit or a blank would cut data apart.
    private static boolean areDistinct(int... characters) {
        return Arrays.stream(characters).distinct().count() == characters.length
                && Arrays.stream(characters)
                        .allMatch(
                                c -> c > 0 && c < 256 && c != ' ' && !Character.isLetterOrDigit(c));
    }

    private static boolean occurIn(Delimiters delimiters, String text) {
        return text.indexOf(delimiters.element()) >= 0
                || text.indexOf(delimiters.component()) >= 0
                || text.indexOf(delimiters.segment()) >= 0;
    }
}
