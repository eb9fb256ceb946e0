package io.retrogate.archive;

import io.retrogate.edi.GatewayException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** A file being written; every refusal of the disk is ARC-001, never an IOException. */
final class Writing implements AutoCloseable {

    private final Disk disk;
    private final Path file;
    private final FileChannel channel;

    private Writing(Disk disk, Path file, FileChannel channel) {
        this.disk = disk;
        this.file = file;
        this.channel = channel;
    }

    static Writing open(Disk disk, Path file) {
        try {
            return new Writing(disk, file, disk.create(file));
        } catch (IOException e) {
            throw refused(file, e);
        }
    }

    void write(ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw refused(file, e);
        }
    }

    void sync() {
        try {
            disk.sync(channel);
        } catch (IOException e) {
            throw refused(file, e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw refused(file, e);
        }
    }

    private static GatewayException refused(Path file, IOException cause) {
        return new GatewayException(ArchiveProblem.CANNOT_KEEP, file.toString(), cause);
    }
}
