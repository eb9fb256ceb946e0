package io.retrogate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The packaged start script, run from a folder that is not ours. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class StartScriptIT {

    private static final Path SCRIPT = Path.of("target/retrogate").toAbsolutePath();
    private static final Path SAMPLE =
            Path.of("edi-samples/x12/180/rejected-bad-quantity/received.edi").toAbsolutePath();

    @TempDir private Path elsewhere;

    @Test
    void startsWithTheArchiveOfClassesAndHandsTheExitCodeOn() throws Exception {
        var builder = new ProcessBuilder(SCRIPT.toString(), "validate", SAMPLE.toString());
        builder.directory(elsewhere.toFile()).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        // Without an archive that fits, such a JVM does not start.
        builder.environment().put("JDK_JAVA_OPTIONS", "-Xshare:on");

        var process = builder.start();
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(out).isEqualTo(1);
        assertThat(out).contains("DOC-", "rejected (1 interchange");
    }
}
