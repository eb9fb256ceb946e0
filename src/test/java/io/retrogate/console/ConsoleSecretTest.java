package io.retrogate.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleSecretTest {

    private final SecureRandom random = new SecureRandom();

    @TempDir Path data;

    @Test
    void isMadeOnceForItsOwnerOnly() throws Exception {
        var directory = data.resolve("new");
        var secret = ConsoleSecret.in(directory, random).read();

        assertThat(Base64.getUrlDecoder().decode(secret)).hasSize(32);
        assertThat(Files.getPosixFilePermissions(directory.resolve("console-secret")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(ConsoleSecret.in(directory, random).read()).isEqualTo(secret);
        try (var files = Files.list(directory)) {
            assertThat(files).containsExactly(directory.resolve("console-secret"));
        }
    }

    @Test
    void differsEachTime() {
        var one = ConsoleSecret.in(data.resolve("one"), random).read();
        var two = ConsoleSecret.in(data.resolve("two"), random).read();

        assertThat(one).isNotEqualTo(two);
    }

    @Test
    void closesAFileThatOthersCouldRead() throws Exception {
        var file = data.resolve("console-secret");
        Files.writeString(file, "x".repeat(43));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        ConsoleSecret.in(data, random);

        assertThat(Files.getPosixFilePermissions(file))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void refusesOneThatCanBeGuessed() throws Exception {
        Files.writeString(data.resolve("console-secret"), "letmein\n");
        var secret = ConsoleSecret.in(data, random);

        assertThatThrownBy(secret::read)
                .hasMessageStartingWith("CON-008")
                .hasMessageNotContaining("letmein");
    }
}
