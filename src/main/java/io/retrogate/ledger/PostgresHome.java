package io.retrogate.ledger;

import io.retrogate.edi.GatewayException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the bundled PostgreSQL lives: under the data directory, if its user can get there. */
final class PostgresHome {

    private static final Logger log = LoggerFactory.getLogger(PostgresHome.class);
    private static final Path ELSEWHERE = Path.of("/var/lib/retrogate");

    private PostgresHome() {}

    /**
     * Root's PostgreSQL runs as nobody, who may not pass a directory such as root's home; then it
     * lives in {@code /var/lib/retrogate}, and {@code postgres} in the data directory is a link to
     * it. Decided once: a ledger never moves because somebody changed a permission.
     */
    static Path of(Path data) throws IOException {
        var parent = data.toRealPath();
        var home = parent.resolve("postgres");
        if (!Files.exists(home, LinkOption.NOFOLLOW_LINKS)) {
            make(parent, home);
        }
        var real = home.toRealPath();
        var closed = PostgresCommand.asRoot() ? closed(real) : Optional.<Path>empty();
        if (closed.isPresent()) {
            throw new GatewayException(
                    LedgerProblem.POSTGRES_NOT_STARTED,
                    "user " + PostgresCommand.NOBODY + " may not pass " + closed.get());
        }
        return real;
    }

    private static void make(Path parent, Path home) throws IOException {
        if (!PostgresCommand.asRoot() || closed(parent).isEmpty()) {
            Files.createDirectory(home);
        } else {
            var elsewhere = ELSEWHERE.resolve(UUID.randomUUID().toString());
            Files.createDirectories(elsewhere);
            Files.createSymbolicLink(home, elsewhere);
            log.atInfo()
                    .addKeyValue("home", elsewhere)
                    .log("the data directory is closed to PostgreSQL");
        }
        sync(parent);
    }

    /** The names or bytes in it survive a power cut when this returns. */
    static void sync(Path fileOrDirectory) throws IOException {
        try (var channel = FileChannel.open(fileOrDirectory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static Optional<Path> closed(Path directory) throws IOException {
        for (@Nullable Path at = directory; at != null; at = at.getParent()) {
            if (!Files.getPosixFilePermissions(at).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }
}
