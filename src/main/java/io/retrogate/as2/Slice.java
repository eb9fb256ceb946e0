package io.retrogate.as2;

import io.retrogate.edi.Content;
import io.retrogate.edi.GatewayException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Some of the bytes of a content, from an offset up to another. What cannot be read fails with
 * AS2-001, so that an {@code IOException} further up always means that the bytes themselves are
 * wrong.
 */
record Slice(Content whole, long from, long to) implements Content {

    static Slice of(Content whole) {
        try {
            return new Slice(whole, 0, whole.size());
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Offsets are relative to this slice. */
    Slice cut(long first, long last) {
        return new Slice(whole, from + first, from + last);
    }

    @Override
    public InputStream open() {
        try {
            InputStream in = whole.open();
            in.skipNBytes(from);
            return new Window(in, to - from);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    @Override
    public long size() {
        return to - from;
    }

    private static GatewayException unreadable(IOException e) {
        return new GatewayException(As2Problem.SPOOL_FAILED, String.valueOf(e.getMessage()), e);
    }

    private static final class Window extends FilterInputStream {

        private long left;

        Window(InputStream in, long left) {
            super(in);
            this.left = left;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            if (left == 0) {
                return -1;
            }
            try {
                int count = in.read(bytes, offset, (int) Math.min(length, left));
                left -= Math.max(count, 0);
                return count;
            } catch (IOException e) {
                throw unreadable(e);
            }
        }

        @Override
        public long skip(long count) throws IOException {
            long skipped = in.skip(Math.min(count, left));
            left -= skipped;
            return skipped;
        }

        @Override
        public int available() {
            return 0;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
