package io.retrogate.cli;

import java.util.Locale;

/** Makes foreign text safe for a terminal. */
final class Text {

    private Text() {}

    /** Control characters as {@code \xNN}: a document must not command the reader's terminal. */
    static String printable(String text) {
        var printable = new StringBuilder(text.length());
        text.codePoints()
                .forEach(
                        c -> {
                            if (Character.isISOControl(c)) {
                                printable.append(String.format(Locale.ROOT, "\\x%02X", c));
                            } else {
                                printable.appendCodePoint(c);
                            }
                        });
        return printable.toString();
    }
}
