package io.retrogate.as2;

import io.retrogate.edi.Content;
import io.retrogate.edi.GatewayException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that wait: in memory while they are few, else in a file that is deleted on close. Written
 * first, then read as often as needed; fails with AS2-001 when the disk does.
 */
public final class Spool implements Content, AutoCloseable {

    private final Path folder;
    private final int limit;
    private ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private @Nullable Path file;
    private @Nullable OutputStream fileOut;
    private long size;

    Spool(Path folder, int limit) {
        this.folder = folder;
        this.limit = limit;
    }

    static Spool inMemory(byte[] bytes) {
        Spool spool = new Spool(Path.of(""), Integer.MAX_VALUE);
        spool.write(bytes, 0, bytes.length);
        return spool;
    }

    /** Where to write; closing it does not close the spool. */
    public OutputStream sink() {
        return new Sink();
    }

    @Override
    public InputStream open() {
        try {
            if (file == null) {
                return new ByteArrayInputStream(memory.toByteArray());
            }
            if (fileOut != null) {
                fileOut.close();
                fileOut = null;
            }
            return Files.newInputStream(file);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public long size() {
        return size;
    }

    boolean onDisk() {
        return file != null;
    }

    @Override
    public void close() {
        memory = new ByteArrayOutputStream(0);
        try {
            if (fileOut != null) {
                fileOut.close();
                fileOut = null;
            }
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private void write(byte[] bytes, int offset, int length) {
        try {
            if (fileOut == null && size + length > limit) {
                fileOut = spill();
            }
            OutputStream out = fileOut == null ? memory : fileOut;
            out.write(bytes, offset, length);
            size += length;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private OutputStream spill() throws IOException {
        Files.createDirectories(folder);
        Path spilled = Files.createTempFile(folder, "spool-", ".tmp");
        file = spilled;
        OutputStream out = Files.newOutputStream(spilled);
        memory.writeTo(out);
        memory = new ByteArrayOutputStream(0);
        return out;
    }

    private static GatewayException failed(IOException e) {
        return new GatewayException(As2Problem.SPOOL_FAILED, String.valueOf(e.getMessage()), e);
    }

    private final class Sink extends OutputStream {

        @Override
        public void write(int b) {
            Spool.this.write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            Spool.this.write(bytes, offset, length);
        }
    }
}
