package io.retrogate.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** What the archive asks of the file system; a seam, so that a test can watch the order. */
interface Disk {

    FileChannel create(Path file) throws IOException;

    /** The bytes of the file survive a power cut when this returns. */
    void sync(FileChannel file) throws IOException;

    void rename(Path from, Path to) throws IOException;

    /** The names in the directory survive a power cut when this returns. */
    void syncDirectory(Path directory) throws IOException;

    void delete(Path file) throws IOException;
}
