package io.retrogate.edi;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Bytes that can be read more than once, wherever they are kept; never held whole in memory by
 * contract.
 */
public interface Content {

    InputStream open() throws IOException;

    /** Length in bytes. */
    long size() throws IOException;

    /** Of bytes that are in memory anyway. */
    static Content of(byte[] bytes) {
        return new Content() {
            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }

            @Override
            public long size() {
                return bytes.length;
            }
        };
    }
}
