package io.retrogate.acknowledge;

import io.retrogate.edi.CharacterSet;
import io.retrogate.edi.Delimiters;

/**
 * Puts the release character in front of every delimiter that is data (ISO 9735-1 §8.2), and a full
 * stop where a control character was.
 */
record EdifactText(Delimiters delimiters, CharacterSet characters) {

    private static final char LAST = 0xFF;

    String of(String value) {
        var text = new StringBuilder(value.length());
        for (char c : value.toCharArray()) {
            // What stands for a character that cannot be written may be a delimiter itself.
            char written = characters.isControl(c) || c > LAST ? '.' : c;
            if (isDelimiter(written)) {
                text.append(delimiters.release());
            }
            text.append(written);
        }
        return text.toString();
    }

    private boolean isDelimiter(char c) {
        return c == delimiters.element()
                || c == delimiters.component()
                || c == delimiters.segment()
                || c == delimiters.release()
                || (c != ' ' && c == delimiters.repetition());
    }
}
