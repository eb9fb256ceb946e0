package io.retrogate.as2;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/** Undoes quoted-printable (RFC 2045 §6.7). */
final class QuotedPrintableInput extends FilterInputStream {

    QuotedPrintableInput(InputStream in) {
        super(new PushbackInputStream(in, 1));
    }

    @Override
    public int read() throws IOException {
        int b = in.read();
        while (b == '=') {
            int first = in.read();
            if (first == '\r' || first == '\n') {
                skipSoftBreak(first);
                b = in.read();
                continue;
            }
            int second = in.read();
            int value = Character.digit(first, 16) * 16 + Character.digit(second, 16);
            if (Character.digit(first, 16) < 0 || Character.digit(second, 16) < 0) {
                throw new IOException("not quoted-printable");
            }
            return value;
        }
        return b;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = 0;
        while (count < length) {
            int b = read();
            if (b < 0) {
                return count == 0 && length > 0 ? -1 : count;
            }
            bytes[offset + count] = (byte) b;
            count++;
        }
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void skipSoftBreak(int first) throws IOException {
        int next = first == '\r' ? in.read() : '\n';
        if (next != '\n' && next >= 0) {
            ((PushbackInputStream) in).unread(next);
        }
    }
}
