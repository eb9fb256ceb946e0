package io.retrogate.validate;

import java.io.IOException;
import java.io.InputStream;

/** A stream of bytes with a look ahead of some hundred bytes and a count of what was passed. */
final class ByteWindow {

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int from;
    private int to;
    private long offset;

    ByteWindow(InputStream in) {
        this.in = in;
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
        var text = new StringBuilder(count);
        for (int i = from; i < Math.min(to, from + count); i++) {
            text.append((char) (buffer[i] & 0xFF));
        }
        return text.toString();
    }

    void pass(int count) {
        from += count;
        offset += count;
    }

    private boolean available(int count) throws IOException {
        if (to - from < count) {
            System.arraycopy(buffer, from, buffer, 0, to - from);
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
