package io.retrogate.as2;

import io.retrogate.edi.GatewayException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
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

    public Spool create() {
        return new Spool(folder, memory);
    }

    /** Removes the files of an earlier process; nobody else may use the folder. */
    public void sweep() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "spool-*.tmp")) {
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new GatewayException(As2Problem.SPOOL_FAILED, folder.toString(), e);
        }
    }

    /** Reads the stream to its end; nothing is left behind if that fails. */
    Spool fill(InputStream in) throws IOException {
        Spool spool = create();
        boolean full = false;
        try {
            in.transferTo(spool.sink());
            full = true;
            return spool;
        } finally {
            if (!full) {
                spool.close();
            }
        }
    }
}
