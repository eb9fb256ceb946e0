package io.retrogate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartnerCheckCommandTest {

    @TempDir private Path folder;
    private final Shell shell = new Shell();

    @Test
    void isContentWithASoundFolder() {
        assertThat(shell.run("partner", "check", folder)).isEqualTo(ExitCode.ACCEPTED);
        assertThat(shell.err()).startsWith(folder + ": 0 problems, 0 samples");
    }

    @Test
    void saysWhatIsWrongWithFileAndLine() throws IOException {
        Files.createFile(folder.resolve("broken"));

        assertThat(shell.run("partner", "check", folder)).isEqualTo(ExitCode.REJECTED);
        assertThat(shell.out())
                .startsWith(folder.resolve("agreement.yaml") + ":7: CLI-002 No such key.");
    }

    @Test
    void cannotCheckWhatIsNoFolder() {
        assertThat(shell.run("partner", "check", folder.resolve("none")))
                .isEqualTo(ExitCode.UNUSABLE);
    }

    @Test
    void wantsResultsForEachSample() throws IOException {
        sample("ISA good");

        assertThat(shell.run("partner", "check", folder)).isEqualTo(ExitCode.REJECTED);
        assertThat(shell.out()).contains("CLI-006");
    }

    @Test
    void comparesTheResultsOfEachSample() throws IOException {
        var sample = sample("ISA good bad");
        shell.run("partner", "check", "--update", folder);

        assertThat(shell.run("partner", "check", folder)).isEqualTo(ExitCode.ACCEPTED);
        assertThat(sample.resolve("findings.txt")).content().startsWith("SN1[27]-03 DOC-048 error");
        assertThat(sample.resolve("canonical.jsonl"))
                .hasContent(
                        "{\"id\":\"first-1\",\"partner\":\"acme\","
                                + "\"receivedAt\":\"2026-01-01T00:00:00Z\"}");
        assertThat(sample.resolve("acknowledgement.edi"))
                .content()
                .contains("*260101*0000*U*00401*000000001*", "AK5*R*5~AK9*P*2*2*1~");
    }

    @Test
    void showsTheFirstLineThatDiffers() throws IOException {
        var sample = sample("ISA good good");
        Files.writeString(
                sample.resolve("canonical.jsonl"),
                "{\"id\":\"first-1\",\"partner\":\"acme\","
                        + "\"receivedAt\":\"2026-01-01T00:00:00Z\"}\n{}\n");

        assertThat(shell.run("partner", "check", folder)).isEqualTo(ExitCode.REJECTED);
        assertThat(shell.out())
                .startsWith(sample.resolve("canonical.jsonl") + ":2: CLI-005")
                .contains("first-2");
    }

    private Path sample(String received) throws IOException {
        var sample = Files.createDirectories(folder.resolve("samples").resolve("first"));
        Files.writeString(sample.resolve("received.edi"), received);
        return sample;
    }
}
