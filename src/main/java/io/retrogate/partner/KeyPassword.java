package io.retrogate.partner;

import io.retrogate.edi.GatewayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The password of our key files: the environment's, that of the file which the environment names,
 * or one of our own making beside the keys. Never on a command line, where every process sees it.
 */
final class KeyPassword {

    static final String VARIABLE = "RETROGATE_KEYS_PASSWORD";
    static final String FILE_VARIABLE = "RETROGATE_KEYS_PASSWORD_FILE";

    private static final int BYTES = 32;

    private final Path directory;
    private final Placeholders.Source environment;
    private final SecureRandom random = new SecureRandom();

    KeyPassword(Path directory, Placeholders.Source environment) {
        this.directory = directory;
        this.environment = environment;
    }

    /** The file it is in; one that the environment names need not exist. */
    Path file() {
        String named = environment.value(FILE_VARIABLE);
        try {
            return named == null || named.isEmpty()
                    ? directory.resolve("password")
                    : Path.of(named);
        } catch (InvalidPathException e) {
            throw new GatewayException(
                    PartnerProblem.OWN_KEY_PASSWORD_WRONG, FILE_VARIABLE + " names no file", e);
        }
    }

    /** The password, made if nobody gave one; PRT-034 if the file that was named has none. */
    char[] orMade() throws IOException, GeneralSecurityException {
        String given = environment.value(VARIABLE);
        if (given != null && !given.isEmpty()) {
            return given.toCharArray();
        }
        Path file = file();
        boolean ours = file.equals(directory.resolve("password"));
        if (ours && !Files.exists(file)) {
            byte[] bytes = new byte[BYTES];
            random.nextBytes(bytes);
            byte[] text = Base64.getUrlEncoder().withoutPadding().encode(bytes);
            PrivateFiles.directory(directory);
            PrivateFiles.publish(file, out -> out.write(text));
        }
        return inFile(file);
    }

    boolean inEnvironment() {
        String given = environment.value(VARIABLE);
        return given != null && !given.isEmpty();
    }

    private static char[] inFile(Path file) {
        try {
            String text = Files.readString(file).strip();
            if (!text.isEmpty()) {
                return text.toCharArray();
            }
        } catch (IOException e) {
            String detail = file + " cannot be read (" + e.getClass().getSimpleName() + ")";
            throw new GatewayException(PartnerProblem.OWN_KEY_PASSWORD_WRONG, detail, e);
        }
        throw new GatewayException(PartnerProblem.OWN_KEY_PASSWORD_WRONG, file + " is empty");
    }
}
