package io.retrogate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the start script tells the JVM; a Java that only prints its arguments stands for it. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class StartScriptTest {

    private static final String QUICK = "-XX:TieredStopAtLevel=1";

    @TempDir private Path folder;
    private Path script;
    private Path small;

    @BeforeEach
    void install() throws IOException {
        script = executable(folder.resolve("with blanks/retrogate"), "src/main/bin/retrogate");
        var java = Files.createDirectories(folder.resolve("jdk/bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\nprintf '%s\\n' \"$@\"\nexit 3\n");
        java.toFile().setExecutable(true);
        small = Files.writeString(folder.resolve("small.edi"), "ISA");
    }

    @Test
    void aSmallFileIsReadByAJvmThatStartsQuickly() throws Exception {
        assertThat(said(script, "validate", small.toString()))
                .contains(QUICK, "-XX:SharedArchiveFile=" + script + ".jsa")
                .endsWith("-jar", script + ".jar", "validate", small.toString());
    }

    @Test
    void aLargeFileIsReadByOneThatRunsFast() throws Exception {
        var large = Files.write(folder.resolve("large.edi"), new byte[1 << 20]);

        assertThat(said(script, "validate", "--json", large.toString())).doesNotContain(QUICK);
    }

    @Test
    void whatComesFromStandardInputMayBeLarge() throws Exception {
        assertThat(said(script, "validate", "-")).doesNotContain(QUICK);
    }

    @Test
    void keysAreMadeByOneThatComputesFast() throws Exception {
        assertThat(said(script, "keys", "new"))
                .contains("-XX:SharedArchiveFile=" + script + ".jsa")
                .doesNotContain(QUICK);
    }

    @Test
    void theGatewayRunsAsItsJvmWould() throws Exception {
        assertThat(said(script, "run", "--data", "some where"))
                .containsExactly("-jar", script + ".jar", "run", "--data", "some where");
    }

    @Test
    void aLinkLeadsToTheJarBesideTheScript() throws Exception {
        var link = Files.createSymbolicLink(folder.resolve("link"), script);

        assertThat(said(link, "demo")).containsExactly("-jar", script + ".jar", "demo");
    }

    private static Path executable(Path to, String from) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(Path.of(from), to);
        to.toFile().setExecutable(true);
        return to.toRealPath();
    }

    private List<String> said(Path command, String... arguments) throws Exception {
        var line = new ArrayList<>(List.of(command.toString()));
        line.addAll(List.of(arguments));
        var builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
        var process = builder.start();
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(out).isEqualTo(3);
        return out.lines().toList();
    }
}
