package io.retrogate.cli;

import io.retrogate.edi.Content;
import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** What was just written, to be read again. */
final class WrittenInterchange implements Content {

    private final byte[] bytes;

    WrittenInterchange(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }

    @Override
    public long size() {
        return bytes.length;
    }
}
