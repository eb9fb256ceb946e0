package io.retrogate.as2;

import java.nio.file.Path;

/**
 * Makes the places where bytes wait while a message is taken apart or put together.
 *
 * @param folder where what is larger than {@code memory} bytes goes, as files that do not outlive
 *     their spool
 */
public record Spools(Path folder, int memory) {

    private static final int ONE_MEBIBYTE = 1 << 20;

    public Spools(Path folder) {
        this(folder, ONE_MEBIBYTE);
    }
}
