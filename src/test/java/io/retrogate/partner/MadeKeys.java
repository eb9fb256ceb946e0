package io.retrogate.partner;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.retrogate.as2.As2Identity;
import io.retrogate.as2.As2Party;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Short keys of {@code RETROGATE}, for tests that are about something else. */
final class MadeKeys {

    static final String PASSWORD = "the same";

    private static final List<MadeKeys> ALL = new ArrayList<>();

    private final As2Identity identity;
    private final byte[] p12;

    private MadeKeys(As2Identity identity, byte[] p12) {
        this.identity = identity;
        this.p12 = p12;
    }

    /** Writes the nth key, always the same one in one run, encrypted by {@link #PASSWORD}. */
    static synchronized As2Identity put(int nth, Path file) throws IOException {
        while (ALL.size() <= nth) {
            ALL.add(make());
        }
        Files.createDirectories(file.getParent());
        secret(file, ALL.get(nth).p12);
        return ALL.get(nth).identity;
    }

    /** A key directory as it is after the first start. */
    static void house(Path keys) throws IOException {
        var mine = PosixFilePermissions.fromString("rwx------");
        Files.createDirectories(keys, PosixFilePermissions.asFileAttribute(mine));
        put(0, keys.resolve("RETROGATE.p12"));
        secret(keys.resolve("password"), PASSWORD.getBytes(UTF_8));
    }

    private static void secret(Path file, byte[] content) throws IOException {
        Files.write(file, content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private static MadeKeys make() throws IOException {
        var directory = Files.createTempDirectory("made-keys");
        try {
            var clock = Clock.fixed(As2Party.NOW, ZoneOffset.UTC);
            var identity = new OwnKeys(directory, n -> PASSWORD, clock, 1024).identity("RETROGATE");
            return new MadeKeys(identity, Files.readAllBytes(directory.resolve("RETROGATE.p12")));
        } finally {
            org.springframework.util.FileSystemUtils.deleteRecursively(directory);
        }
    }
}
