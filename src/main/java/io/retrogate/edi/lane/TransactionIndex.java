package io.retrogate.edi.lane;

import io.retrogate.edi.Delimiters;
import java.util.Arrays;

/**
 * Where the segments and elements of one transaction set stand in its bytes. An instance is reused
 * from one set to the next and belongs to one thread. Nothing is copied and nothing decoded: a
 * component separator or a released character is still there.
 */
public final class TransactionIndex {

    private static final int DELETE = 0x7F;
    private static final int LAST_C1_CONTROL = 0x9F;

    private byte[] bytes = new byte[0];
    private Delimiters delimiters = new Delimiters('*', '>', '~', (char) 0, (char) 0, '.');

    /** The first mark of each segment, and one behind the last. */
    private int[] firsts = new int[256];

    /** Where each element starts, the tag being element 0; then one behind the terminator. */
    private int[] marks = new int[2048];

    private int segments;
    private int markCount;
    private boolean released;

    /**
     * Reads the set that these bytes are, from its header's tag to its trailer's terminator; line
     * ends between segments are passed over. False if there is anything that this index cannot
     * hold: a separator that is no punctuation, a repetition, a control character, a segment that
     * does not end.
     */
    public boolean read(byte[] content, int from, int to, Delimiters by) {
        bytes = content;
        delimiters = by;
        segments = 0;
        markCount = 0;
        released = false;
        if (!isPlain(by.element())
                || !isPlain(by.component())
                || (by.release() != 0 && !isPlain(by.release()))
                || (by.repetition() != 0 && !isPlain(by.repetition()))) {
            return false;
        }
        int at = passLineEnds(from, to);
        while (at < to) {
            at = segment(at, to);
            if (at < 0) {
                return false;
            }
            at = passLineEnds(at, to);
        }
        firsts[segments] = markCount;
        return segments > 0;
    }

    private int segment(int from, int to) {
        open();
        mark(from);
        for (int i = from; i < to; i++) {
            int b = bytes[i] & 0xFF;
            if (b == delimiters.element()) {
                mark(i + 1);
            } else if (b == delimiters.segment()) {
                mark(i + 1);
                return i + 1;
            } else if (b == delimiters.release() && b != 0) {
                released = true;
                i++;
                if (i == to || isControl(bytes[i] & 0xFF)) {
                    return -1;
                }
            } else if (isControl(b) || (b == delimiters.repetition() && b != 0)) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean isPlain(char separator) {
        return separator > ' ' && separator < DELETE && !Character.isLetterOrDigit(separator);
    }

    private static boolean isControl(int b) {
        return b < ' ' || (b >= DELETE && b <= LAST_C1_CONTROL);
    }

    private int passLineEnds(int from, int to) {
        if (delimiters.segment() <= ' ') {
            // An empty line would be an empty segment.
            return from;
        }
        int at = from;
        while (at < to && (bytes[at] == '\r' || bytes[at] == '\n')) {
            at++;
        }
        return at;
    }

    private void open() {
        if (segments + 1 >= firsts.length) {
            firsts = Arrays.copyOf(firsts, firsts.length * 2);
        }
        firsts[segments++] = markCount;
    }

    private void mark(int at) {
        if (markCount == marks.length) {
            marks = Arrays.copyOf(marks, marks.length * 2);
        }
        marks[markCount++] = at;
    }

    /** The header and the trailer of the set are counted. */
    public int segments() {
        return segments;
    }

    /** How many elements stand in the segment, empty ones included, its tag not. */
    public int elements(int segment) {
        return firsts[segment + 1] - firsts[segment] - 2;
    }

    /** Offset of the first byte; element 0 is the tag. */
    public int start(int segment, int element) {
        return marks[firsts[segment] + element];
    }

    /** Offset behind the last byte. */
    public int end(int segment, int element) {
        return marks[firsts[segment] + element + 1] - 1;
    }

    /** The tag as {@link #packed} does it. */
    public int tag(int segment) {
        int end = end(segment, 0);
        int packed = 0;
        for (int i = start(segment, 0); i < end; i++) {
            packed = (packed << 8) | (bytes[i] & 0xFF);
        }
        return packed;
    }

    /** A tag of up to four characters as one number. */
    public static int packed(String tag) {
        int packed = 0;
        for (int i = 0; i < tag.length(); i++) {
            packed = (packed << 8) | tag.charAt(i);
        }
        return packed;
    }

    public byte at(int offset) {
        return bytes[offset];
    }

    public Delimiters delimiters() {
        return delimiters;
    }

    /** Whether there is any released character at all. */
    public boolean released() {
        return released;
    }
}
