package io.retrogate.validate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.retrogate.edi.Delimiters;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Recognises the start of an interchange and learns its delimiters. */
final class Headers {

    /** ISA is of fixed width (X12.5 §4): where its element separators stand. */
    private static final int[] SEPARATORS = {
        3, 6, 17, 20, 31, 34, 50, 53, 69, 76, 81, 83, 89, 99, 101, 103
    };

    private static final int ISA_LENGTH = 106;
    private static final int UNA_LENGTH = 9;
    private static final int BLANKS_AFTER_UNA = 8;

    /** Where 0002 stands in UNB, if 0001 has its four letters. */
    private static final int SYNTAX_VERSION = "UNB+UNOC:".length();

    private static final int TERMINATOR = 105;

    /** A character of UTF-8 with two bytes or more, each read as one character. */
    private static final Pattern WIDE =
            Pattern.compile(
                    "[\\xC2-\\xDF][\\x80-\\xBF]"
                            + "|[\\xE0-\\xEF][\\x80-\\xBF]{2}"
                            + "|[\\xF0-\\xF4][\\x80-\\xBF]{3}");

    private static final int MOST_CONTINUATION = 3;

    private Headers() {}

    static boolean startsHere(ByteWindow window) throws IOException {
        int first = window.peek();
        if (first != 'U' && first != 'I') {
            return false;
        }
        var tag = window.peek(4);
        return tag.startsWith("UNA")
                || tag.startsWith("UNB+")
                || (tag.startsWith("ISA")
                        && tag.length() == 4
                        && !Character.isLetterOrDigit(tag.charAt(3)));
    }

    /** Whether a whole header stands here; stricter, to find the next one behind noise. */
    static boolean credible(ByteWindow window) throws IOException {
        return switch (window.peek()) {
            case 'I' -> window.peek(3).equals("ISA") && isa(window.peek(ISA_LENGTH)).isPresent();
            case 'U' -> {
                var text = window.peek(UNA_LENGTH + BLANKS_AFTER_UNA);
                yield text.startsWith("UNB+UNO")
                        || (text.startsWith("UNA")
                                && text.length() > UNA_LENGTH
                                && text.substring(UNA_LENGTH).stripLeading().startsWith("UNB"));
            }
            default -> false;
        };
    }

    /** Empty if no header can be read here; UNA is passed, ISA and UNB are not. */
    static Optional<Delimiters> read(ByteWindow window) throws IOException {
        var tag = window.peek(3);
        return switch (tag) {
            case "ISA" -> isa(window.peek(ISA_LENGTH));
            case "UNA" -> una(window);
            case "UNB" ->
                    Optional.of(new Delimiters('+', ':', '\'', repetition(window, '*'), '?', '.'));
            default -> Optional.empty();
        };
    }

    private static Optional<Delimiters> isa(String isa) {
        if (isa.length() < ISA_LENGTH) {
            return Optional.empty();
        }
        char element = isa.charAt(3);
        for (int position : SEPARATORS) {
            if (isa.charAt(position) != element) {
                return Optional.empty();
            }
        }
        if (isa.indexOf(isa.charAt(TERMINATOR)) < TERMINATOR) {
            // It ends in the midst of its elements; who sent it and which one it is cannot be read.
            return Optional.empty();
        }
        char repetition = isa.charAt(82);
        // Up to 00401, ISA11 is the standard's identifier U (I10); from 00402 a separator (I65).
        boolean repeats =
                isa.substring(84, 89).compareTo("00402") >= 0
                        && !Character.isLetterOrDigit(repetition);
        return distinct(
                new Delimiters(
                        element,
                        isa.charAt(104),
                        isa.charAt(TERMINATOR),
                        repeats ? repetition : 0,
                        (char) 0,
                        '.'));
    }

    /**
     * What stands behind ISA16, if it is a character of several bytes in UTF-8: X12 separates by
     * single bytes, and those of such a character stand in others too. Empty if it is not.
     */
    static String wideTerminator(ByteWindow window) throws IOException {
        var header = window.peek(ISA_LENGTH + MOST_CONTINUATION);
        if (!header.startsWith("ISA") || header.length() <= ISA_LENGTH) {
            return "";
        }
        var wide = WIDE.matcher(header).region(TERMINATOR, header.length());
        return wide.lookingAt() ? new String(wide.group().getBytes(ISO_8859_1), UTF_8) : "";
    }

    private static Optional<Delimiters> una(ByteWindow window) throws IOException {
        var una = window.peek(UNA_LENGTH);
        if (una.length() < UNA_LENGTH) {
            return Optional.empty();
        }
        window.pass(UNA_LENGTH);
        SegmentReader.passBlanks(window);
        if (!window.peek(3).equals("UNB")) {
            return Optional.empty();
        }
        char release = una.charAt(6) == ' ' ? 0 : una.charAt(6);
        char repetition = una.charAt(7) == ' ' ? 0 : repetition(window, una.charAt(7));
        return distinct(
                new Delimiters(
                        una.charAt(4),
                        una.charAt(3),
                        una.charAt(8),
                        repetition,
                        release,
                        una.charAt(5)));
    }

    /** Nothing repeats before syntax 4 (ISO 9735-1 §7); UNA kept a place for what was to come. */
    private static char repetition(ByteWindow window, char since) throws IOException {
        var unb = window.peek(SYNTAX_VERSION + 1);
        return unb.length() > SYNTAX_VERSION && unb.charAt(SYNTAX_VERSION) == '4' ? since : 0;
    }

    /** What separates must be told apart, from each other and from what it separates. */
    private static Optional<Delimiters> distinct(Delimiters d) {
        char[] all = {d.element(), d.component(), d.segment(), d.repetition(), d.release()};
        for (int i = 0; i < all.length; i++) {
            for (int before = 0; before < i; before++) {
                if (all[i] != 0 && all[i] == all[before]) {
                    return Optional.empty();
                }
            }
            if (all[i] != 0 && plain(all[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(d);
    }

    private static boolean plain(int c) {
        return c < 128 && Character.isLetterOrDigit(c);
    }
}
