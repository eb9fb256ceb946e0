package io.retrogate.acknowledge;

import io.retrogate.edi.Delimiters;

/** Puts the release character in front of every delimiter that is data (ISO 9735-1 §8.2). */
record EdifactText(Delimiters delimiters) {

    String of(String value) {
        var text = new StringBuilder(value.length());
        for (char c : value.toCharArray()) {
            // What stands for a character that cannot be written may be a delimiter itself.
            char written = c < ' ' || c > 255 ? '.' : c;
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
