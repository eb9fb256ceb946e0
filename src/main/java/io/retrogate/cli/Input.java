package io.retrogate.cli;

import io.retrogate.edi.Content;
import io.retrogate.edi.GatewayException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * One FILE of the command line. {@code -} is standard input, which is spooled to a temporary file,
 * as the stages read more than once.
 */
record Input(String name, Path path, boolean temporary) implements Content, AutoCloseable {

    private static final String STANDARD_INPUT = "-";

    /** Fails with CLI-001 if it cannot be read. */
    static Input of(String file, Terminal terminal) {
        try {
            return file.equals(STANDARD_INPUT) ? spooled(terminal) : existing(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    @Override
    public InputStream open() throws IOException {
        return Files.newInputStream(path);
    }

    @Override
    public long size() throws IOException {
        return Files.size(path);
    }

    @Override
    public void close() {
        try {
            if (temporary) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            path.toFile().deleteOnExit();
        }
    }

    private static Input existing(String file) throws IOException {
        try {
            var path = Path.of(file);
            // Opening tells more than asking: it fails for directories and missing permissions.
            try (var stream = Files.newInputStream(path)) {
                stream.read();
            }
            return new Input(file, path, false);
        } catch (InvalidPathException e) {
            throw new IOException(e.getReason(), e);
        }
    }

    private static Input spooled(Terminal terminal) throws IOException {
        var spool = Files.createTempFile("retrogate-", ".edi");
        Files.copy(terminal.in(), spool, StandardCopyOption.REPLACE_EXISTING);
        return new Input("standard input", spool, true);
    }

    private static GatewayException unreadable(String file, IOException cause) {
        var reason = Optional.ofNullable(cause.getMessage()).orElse("");
        var kind = cause.getClass().getSimpleName().replace("Exception", "");
        var detail = reason.equals(file) || reason.isEmpty() ? kind : reason;
        return new GatewayException(
                CliProblem.FILE_UNREADABLE, "Cannot read " + file + ": " + detail + ".", cause);
    }
}
