package io.retrogate.acknowledge;

import io.retrogate.edi.Content;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Text as it came in, one character a byte. */
record Received(String text) implements Content {
    @Override
    public InputStream open() {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public long size() {
        return text.length();
    }
}
