package io.retrogate.cli;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Makes foreign text safe for a terminal. */
final class Text {

    private Text() {}

    /**
     * What was read byte for byte, as the UTF-8 that it may be; unchanged if it is no UTF-8. What
     * means something else in ISO 8859-1 is rare.
     */
    static String decoded(String bytes) {
        if (bytes.chars().allMatch(c -> c < 0x80) || bytes.chars().anyMatch(c -> c > 0xFF)) {
            return bytes;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException e) {
            return bytes;
        }
    }

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
