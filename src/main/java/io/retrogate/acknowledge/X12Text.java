package io.retrogate.acknowledge;

import io.retrogate.edi.CharacterSet;
import io.retrogate.edi.Delimiters;

/** X12 before 007040 has no release character: what would be read as a delimiter is replaced. */
final class X12Text {

    private static final char LAST = 0xFF;

    private final Delimiters delimiters;
    private final CharacterSet characters;
    private final char replacement;

    X12Text(Delimiters delimiters, CharacterSet characters) {
        this.delimiters = delimiters;
        this.characters = characters;
        this.replacement = isDelimiter('?') ? '.' : '?';
    }

    /**
     * The value with delimiters and control characters replaced. Other bytes beyond ASCII stay as
     * they came: what they mean the partner knows.
     */
    String of(String value) {
        var text = new StringBuilder(value.length());
        for (char c : value.toCharArray()) {
            text.append(characters.isControl(c) || c > LAST || isDelimiter(c) ? replacement : c);
        }
        return text.toString();
    }

    /** Blanks to the right up to the width that ISA prescribes; what is longer is cut. */
    String fixed(String value, int width) {
        var text = of(value);
        return text.length() > width
                ? text.substring(0, width)
                : text + " ".repeat(width - text.length());
    }

    /** The last digits of the value, with zeros to the left up to the width. */
    static String digits(String value, int width) {
        var digits = value.replaceAll("[^0-9]", "");
        return digits.length() > width
                ? digits.substring(digits.length() - width)
                : "0".repeat(width - digits.length()) + digits;
    }

    private boolean isDelimiter(char c) {
        return c == delimiters.element()
                || c == delimiters.component()
                || c == delimiters.segment()
                || (c == delimiters.repetition() && !Character.isLetterOrDigit(c));
    }
}
