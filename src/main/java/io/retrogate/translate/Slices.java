package io.retrogate.translate;

import io.retrogate.edi.Content;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Pieces of a content, read in ascending order in one pass. */
final class Slices implements Closeable {

    private final InputStream in;
    private long at;

    Slices(Content content) throws IOException {
        in = content.open();
    }

    byte[] read(long start, long end) throws IOException {
        if (start < at) {
            throw new IOException("slice at " + start + " lies behind us, at " + at);
        }
        in.skipNBytes(start - at);
        var bytes = new byte[Math.toIntExact(end - start)];
        if (in.readNBytes(bytes, 0, bytes.length) < bytes.length) {
            throw new EOFException("the content ends before " + end);
        }
        at = end;
        return bytes;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
