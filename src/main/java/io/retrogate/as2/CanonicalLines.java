package io.retrogate.as2;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Writes every line end as CR LF (RFC 8551 §3.1.1). */
final class CanonicalLines extends FilterOutputStream {

    private int last;

    CanonicalLines(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int b) throws IOException {
        if (b == '\n' && last != '\r') {
            out.write('\r');
        }
        if (last == '\r' && b != '\n') {
            out.write('\n');
        }
        out.write(b);
        last = b;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        for (int i = offset; i < offset + length; i++) {
            write(bytes[i]);
        }
    }
}
