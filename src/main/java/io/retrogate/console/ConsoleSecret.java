package io.retrogate.console;

import io.retrogate.edi.GatewayException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The operator's secret: 256 random bits, made once, in a file that only the gateway's own user can
 * read. Whoever can read that file may use the console; there is no default.
 */
final class ConsoleSecret {

    private static final Logger LOG = LoggerFactory.getLogger(ConsoleSecret.class);

    private static final String FILE = "console-secret";
    private static final Set<PosixFilePermission> OWNER_ONLY =
            PosixFilePermissions.fromString("rw-------");
    private static final int RANDOM_BYTES = 32;

    /** 128 bits in base64url; a shorter one was written by hand and could be guessed. */
    private static final int SHORTEST = 22;

    /** BCrypt looks at no more than that. */
    private static final int LONGEST = 72;

    private final Path file;

    private ConsoleSecret(Path file) {
        this.file = file;
    }

    /**
     * Makes the secret if there is none. Fails with CON-008 if it cannot be kept, or if the one
     * that is there can be guessed.
     */
    static ConsoleSecret in(Path data, SecureRandom random) {
        var secret = new ConsoleSecret(data.resolve(FILE).toAbsolutePath().normalize());
        try {
            secret.prepare(random);
        } catch (IOException e) {
            throw secret.unusable("cannot be kept: " + e.getClass().getSimpleName(), e);
        }
        return secret;
    }

    String read() {
        try {
            var text = Files.readString(file, StandardCharsets.US_ASCII).strip();
            if (text.length() < SHORTEST || text.length() > LONGEST) {
                throw unusable("must have 22 to 72 characters", null);
            }
            return text;
        } catch (IOException e) {
            throw unusable("cannot be read: " + e.getClass().getSimpleName(), e);
        }
    }

    Path file() {
        return file;
    }

    private void prepare(SecureRandom random) throws IOException {
        if (Files.exists(file)) {
            restrict();
            return;
        }
        var directory = Files.createDirectories(file.resolveSibling("."));
        var draft =
                Files.createTempFile(
                        directory, FILE, ".new", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        try {
            write(draft, fresh(random));
            // A crash leaves the whole secret under its name, or nothing.
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
        LOG.atInfo().addKeyValue("file", file).log("console secret made: {}", file);
    }

    private void restrict() throws IOException {
        if (!OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
            Files.setPosixFilePermissions(file, OWNER_ONLY);
            LOG.atWarn()
                    .addKeyValue("file", file)
                    .log("console secret was open to others, delete it for a new one: {}", file);
        }
    }

    private static String fresh(SecureRandom random) {
        var bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void write(Path draft, String secret) throws IOException {
        try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            var bytes = ByteBuffer.wrap((secret + "\n").getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private GatewayException unusable(String why, @Nullable Throwable e) {
        return new GatewayException(ConsoleProblem.SECRET_UNUSABLE, file + " " + why, e);
    }
}
