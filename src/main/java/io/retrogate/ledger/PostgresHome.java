package io.retrogate.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
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
     * lives in {@code /var/lib/retrogate}, under a name made of the data directory's path.
     */
    static Path of(Path data) throws IOException {
        var real = data.toRealPath();
        var home = real.resolve("postgres");
        if (PostgresCommand.asRoot() && !open(real)) {
            var path = real.toString().getBytes(StandardCharsets.UTF_8);
            home = ELSEWHERE.resolve(UUID.nameUUIDFromBytes(path).toString());
            log.atInfo()
                    .addKeyValue("home", home)
                    .log("the data directory is closed to PostgreSQL");
        }
        return Files.createDirectories(home);
    }

    private static boolean open(Path directory) throws IOException {
        for (@Nullable Path at = directory; at != null; at = at.getParent()) {
            if (!Files.getPosixFilePermissions(at).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                return false;
            }
        }
        return true;
    }
}
