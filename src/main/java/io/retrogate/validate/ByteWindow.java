package io.retrogate.validate;

import io.retrogate.edi.Delimiters;
import io.retrogate.edi.lane.TransactionIndex;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A stream of bytes with a look ahead of some hundred bytes and a count of what was passed. */
final class ByteWindow {

    private final InputStream in;
    private static final int LARGEST_AT_FIRST = 1 << 16;

    private byte[] buffer;
    private int from;
    private int to;
    private long offset;

    /** Whether others look at the buffer, so that nothing may move in it. */
    private boolean lent;

    /**
     * @param size of the stream, as far as it is known, so that a small one needs little room
     */
    ByteWindow(InputStream in, long size) {
        this.in = in;
        buffer = new byte[(int) Math.max(256, Math.min(size + 1, LARGEST_AT_FIRST))];
    }

    /** Offset of the next byte from the start of the stream. */
    long offset() {
        return offset;
    }

    /** The next byte, or -1 at the end; it stays. */
    int peek() throws IOException {
        return available(1) ? buffer[from] & 0xFF : -1;
    }

    /** Up to {@code count} bytes as characters; they stay. */
    String peek(int count) throws IOException {
        available(count);
        return new String(buffer, from, Math.min(to - from, count), StandardCharsets.ISO_8859_1);
    }

    /**
     * How many bytes stand before the next of this character that is not released; -1 if there is
     * none as far as {@code longest}, or none at all. They stay.
     */
    int before(char end, char release, int longest) throws IOException {
        int count = 0;
        while (count <= longest && available(count + 1)) {
            int stop = Math.min(to, from + longest + 1);
            for (int i = from + count; i < stop; i++) {
                int b = buffer[i] & 0xFF;
                if (b == end) {
                    return i - from;
                }
                i += release != 0 && b == release ? 1 : 0;
                count = i - from + 1;
            }
        }
        return -1;
    }

    /**
     * Indexes the set that starts so many bytes behind us, in what was passed last, up to its
     * trailer. Returns how many bytes of it are still before us, which stay; -1 if it is doubtful
     * or longer than {@code longest}. The index holds until something else is asked of the window.
     */
    int index(TransactionIndex index, int behind, Delimiters delimiters, int trailer, int longest)
            throws IOException {
        while (true) {
            int end = index.readSet(buffer, from - behind, to, delimiters, trailer);
            if (end >= 0) {
                return end - from;
            }
            int before = to - from;
            if (end == TransactionIndex.DOUBTFUL || before > longest) {
                return -1;
            }
            keep(behind, 2 * before + 1);
            if (to - from == before) {
                return -1;
            }
        }
    }

    /**
     * Bytes that start at this offset, before us or in what was passed last; fewer than asked for
     * at the end. They stay. Other threads may look at them until this is asked again.
     *
     * @param behind how much of what was passed is needed
     */
    Block ahead(int behind, long start, int count) throws IOException {
        lent = false;
        int skipped = Math.toIntExact(start - offset);
        keep(behind, skipped + count);
        lent = true;
        int first = Math.min(to, from + skipped);
        return new Block(buffer, first, Math.min(to, first + count), start());
    }

    /** Where the first byte of the buffer stands in the stream. */
    long start() {
        return offset - from;
    }

    private void keep(int behind, int count) throws IOException {
        from -= behind;
        available(behind + count);
        from += behind;
    }

    void pass(int count) {
        from += count;
        offset += count;
    }

    private boolean available(int count) throws IOException {
        if (to - from < count) {
            var room = buffer;
            if (count > buffer.length) {
                room = new byte[Math.max(count, buffer.length * 2)];
            } else if (lent) {
                room = new byte[buffer.length];
            }
            System.arraycopy(buffer, from, room, 0, to - from);
            buffer = room;
            lent = false;
            to -= from;
            from = 0;
            while (to < count) {
                int read = in.read(buffer, to, buffer.length - to);
                if (read < 0) {
                    break;
                }
                to += read;
            }
        }
        return to - from >= count;
    }
}
