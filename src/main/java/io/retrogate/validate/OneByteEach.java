package io.retrogate.validate;

import io.retrogate.edi.CharacterSet;
import io.retrogate.edi.Delimiters;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/**
 * Text as StAEDI may count it: reading ISO 8859-1, it would take each byte of UTF-8 for a
 * character, and some for control characters. So one letter stands for each character beyond ASCII;
 * a byte that is no part of one counts as one.
 */
final class OneByteEach extends InputStream {

    private static final int LETTER = 0xE9;

    /** No character of UTF-8 has more bytes behind its first. */
    private static final int MOST_BEHIND = 3;

    private final PushbackInputStream in;
    private final CharacterSet characters;

    private OneByteEach(InputStream in, CharacterSet characters) {
        this.in = new PushbackInputStream(new BufferedInputStream(in), MOST_BEHIND);
        this.characters = characters;
    }

    /** The same stream where its bytes are characters already, or separate something. */
    static InputStream of(InputStream in, CharacterSet characters, Delimiters delimiters) {
        return characters.hasLateControls() || !isAscii(delimiters)
                ? in
                : new OneByteEach(in, characters);
    }

    private static boolean isAscii(Delimiters d) {
        return (d.element() | d.component() | d.segment() | d.repetition() | d.release()) < 0x80;
    }

    @Override
    public int read() throws IOException {
        int first = in.read();
        if (first < 0x80) {
            return first;
        }
        int behind = characters.isUtf8() ? behind(first) : 0;
        if (behind > 0) {
            var rest = new byte[behind];
            int read = in.readNBytes(rest, 0, behind);
            if (!isCharacter(first, rest, read)) {
                in.unread(rest, 0, read);
            }
        }
        return LETTER;
    }

    /** How many bytes follow the first one of a character (RFC 3629 §3). */
    private static int behind(int first) {
        return first >= 0xF0 ? MOST_BEHIND : first >= 0xE0 ? 2 : first >= 0xC0 ? 1 : 0;
    }

    private boolean isCharacter(int first, byte[] rest, int read) {
        var all = new byte[read + 1];
        all[0] = (byte) first;
        System.arraycopy(rest, 0, all, 1, read);
        return read == rest.length && characters.holds(all, 0, all.length);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = 0;
        while (count < length) {
            int next = read();
            if (next < 0) {
                break;
            }
            buffer[offset + count++] = (byte) next;
        }
        return count == 0 && length > 0 ? -1 : count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
