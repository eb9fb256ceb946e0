package io.retrogate.partner;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Set;

/** Writes files whole, most of them for nobody but us to read. */
final class PrivateFiles {

    /** Writes the content of a file. */
    interface Content {
        void writeTo(OutputStream out) throws IOException, GeneralSecurityException;
    }

    private PrivateFiles() {}

    static void directory(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory.toAbsolutePath(), mode(directory, "rwx------"));
        }
    }

    /**
     * Puts the file there, whole and fsynced, unless there is one already: then that one stays,
     * even if another process made it in between.
     */
    static void publish(Path file, Content content) throws IOException, GeneralSecurityException {
        Path draft = Files.createTempFile(directoryOf(file), ".draft", "", mode(file, "rw-------"));
        try {
            var options = Set.of(StandardOpenOption.WRITE);
            try (var channel = FileChannel.open(draft, options);
                    var out = Channels.newOutputStream(channel)) {
                content.writeTo(out);
                out.flush();
                channel.force(true);
            }
            link(draft, file);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Writes a file that anybody may read, and returns when it would survive a crash. */
    static void durable(Path file, byte[] content) throws IOException {
        var options =
                Set.of(
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE);
        try (var channel = FileChannel.open(file, options);
                var out = Channels.newOutputStream(channel)) {
            out.write(content);
            channel.force(true);
        }
    }

    private static void link(Path draft, Path file) throws IOException {
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            return;
        } catch (UnsupportedOperationException e) {
            Files.move(draft, file);
        }
        try (var directory = FileChannel.open(directoryOf(file), StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    private static Path directoryOf(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file.getFileSystem().getPath("/") : parent;
    }

    private static FileAttribute<?>[] mode(Path file, String permissions) {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
