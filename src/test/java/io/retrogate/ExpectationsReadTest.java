package io.retrogate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a test expects is no better than who wrote it down. {@code read.txt} names the samples whose
 * expectations were read by a second person against the standard, with a digest of what was read.
 */
class ExpectationsReadTest {

    private static final Path SAMPLES = Path.of("edi-samples");
    private static final List<String> EXPECTATIONS =
            List.of("acknowledgement.edi", "canonical.jsonl", "findings.txt", "verdicts.txt");
    private static final int DIGEST_LENGTH = 12;

    @ParameterizedTest
    @ValueSource(strings = {"x12", "edifact"})
    void whatWasReadIsAsItWasRead(String standard) throws Exception {
        for (var line : read(standard).entrySet()) {
            var folder = SAMPLES.resolve(standard).resolve(line.getKey());

            assertThat(digest(folder))
                    .as("%s has changed; read it again, and renew its line in read.txt", folder)
                    .isEqualTo(line.getValue());
        }
    }

    @Test
    void mostWereRead() throws IOException {
        int samples = 0;
        int read = 0;
        for (var standard : List.of("x12", "edifact")) {
            try (var files = Files.walk(SAMPLES.resolve(standard))) {
                samples += (int) files.filter(it -> it.endsWith("received.edi")).count();
            }
            read += read(standard).size();
        }

        System.out.println("expectations: " + read + " of " + samples + " read again");
        assertThat(read).isGreaterThan(samples * 6 / 10);
    }

    private static Map<String, String> read(String standard) throws IOException {
        var read = new TreeMap<String, String>();
        for (var line : Files.readAllLines(SAMPLES.resolve(standard).resolve("read.txt"))) {
            var words = line.strip().split("\\s+");
            assertThat(words).as(line).hasSize(2);
            assertThat(read.put(words[0], words[1])).as(line).isNull();
        }
        return read;
    }

    private static String digest(Path folder) throws IOException, NoSuchAlgorithmException {
        var digest = MessageDigest.getInstance("SHA-256");
        for (var name : EXPECTATIONS) {
            var file = folder.resolve(name);
            if (Files.exists(file)) {
                digest.update(Files.readAllBytes(file));
            }
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, DIGEST_LENGTH);
    }
}
