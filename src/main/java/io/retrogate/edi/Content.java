package io.retrogate.edi;

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
}
