package io.retrogate.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar plays the demonstration, and every row is right. */
@Timeout(300)
class DemoIT {

    @Test
    void endsWithEveryRowRight(@TempDir Path folder) throws Exception {
        var output = folder.resolve("demo.txt");
        var process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                                "-jar",
                                "target/retrogate.jar",
                                "demo",
                                "--once")
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        try {
            assertThat(process.waitFor(240, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        var text = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(text.lines().filter(line -> line.startsWith("ok  ")))
                .as(text)
                .hasSize(Scene.ALL.size());
        assertThat(process.exitValue()).isZero();
    }
}
