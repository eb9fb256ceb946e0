package io.retrogate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfflineCommandsTest {

    private static final String FINDING = "SN1[27]-03 DOC-048 error \"X\\x1B[31mX\": It is wrong. ";

    @TempDir private Path folder;
    private final Shell shell = new Shell();
    private Path good;
    private Path bad;
    private Path noise;

    @BeforeEach
    void writeDocuments() throws IOException {
        good = Files.writeString(folder.resolve("good.edi"), "ISA good poor");
        bad = Files.writeString(folder.resolve("bad.edi"), "ISA good\nISA bad good");
        noise = Files.writeString(folder.resolve("noise.edi"), "hello");
    }

    @Test
    void acceptsAlsoWithErrors() {
        assertThat(shell.run("validate", good)).isEqualTo(ExitCode.ACCEPTED);
        assertThat(shell.out())
                .isEqualTo(
                        good
                                + ": SN1[27]-03 DOC-046 warning \"L\u00e4nge\": It is wrong."
                                + " Shorten the value to the maximum of the standard.\n");
        assertThat(shell.err())
                .isEqualTo(
                        good
                                + ": accepted (1 interchange, 2 transactions, 0 rejected,"
                                + " 1 finding)\n");
    }

    @Test
    void printsOneFindingPerLineWithoutControlCharacters() {
        assertThat(shell.run("validate", bad)).isEqualTo(ExitCode.REJECTED);
        assertThat(shell.out().lines()).hasSize(1);
        assertThat(shell.out()).startsWith(bad + ": " + FINDING).doesNotContain("\u001b");
    }

    @Test
    void printsFindingsForPrograms() throws IOException {
        shell.run("validate", "--json", bad);

        var json = new JsonMapper().readTree(shell.out());
        assertThat(json.path("problem").asText()).isEqualTo("DOC-048");
        assertThat(json.path("interchange").asInt()).isEqualTo(2);
        assertThat(json.path("transaction").asText()).isEqualTo("0001");
        assertThat(json.path("message").asText()).isEqualTo("856 004010");
        assertThat(json.path("text").asText()).isEqualTo("X\u001b[31mX");
        assertThat(json.path("remedy").asText()).contains("code list");
    }

    @Test
    void returnsTheGravestCodeOfAllFiles() {
        assertThat(shell.run("validate", bad, good)).isEqualTo(ExitCode.REJECTED);
        assertThat(shell.run("validate", bad, noise, good)).isEqualTo(ExitCode.UNUSABLE);
    }

    @Test
    void goesOnAfterAFileThatCannotBeRead() {
        assertThat(shell.run("validate", folder.resolve("none.edi"), folder, good))
                .isEqualTo(ExitCode.UNUSABLE);
        assertThat(shell.err().lines())
                .anyMatch(line -> line.startsWith("CLI-001 Cannot read") && line.contains("none"))
                .anyMatch(line -> line.contains("good.edi: accepted"));
    }

    @Test
    void readsStandardInput() {
        assertThat(shell.typing("ISA bad").run("validate", "-")).isEqualTo(ExitCode.REJECTED);
        assertThat(shell.out()).startsWith("standard input: " + FINDING);
        assertThat(shell.typing("").run("validate", "-")).isEqualTo(ExitCode.UNUSABLE);
    }

    @Test
    void translatesWhatIsGoodAndReportsWhatIsNot() {
        assertThat(shell.run("translate", "--partner", FakeStages.SOUND, bad))
                .isEqualTo(ExitCode.REJECTED);
        assertThat(shell.out().lines()).containsExactly(json(bad + "-1"), json(bad + "-2"));
        assertThat(shell.err()).contains(FINDING);
    }

    @Test
    void acknowledgesWithNumberAndTime() {
        assertThat(shell.run("acknowledge", good)).isEqualTo(ExitCode.ACCEPTED);
        assertThat(shell.out())
                .startsWith("ISA*00*")
                .contains("*260203*0930*U*00401*000000001*0*P*>~")
                .endsWith("~IEA*1*000000001~");

        var other = new Shell();
        var time = "2027-12-31T23:59:00Z";
        other.run("acknowledge", "--control-number", 12, "--time", time, bad);
        assertThat(other.out())
                .contains("*271231*2359*U*00401*000000012*0*P*>~", "*U*00401*000000013*");
        assertThat(other.err()).startsWith("997 000000012, A\nTA1 000000013, R\n");
    }

    @Test
    void answersNobodyItCannotName() {
        assertThat(shell.run("acknowledge", noise)).isEqualTo(ExitCode.UNUSABLE);
        assertThat(shell.out()).isEmpty();
        assertThat(shell.err()).contains("no answer is due");
    }

    @Test
    void saysWhatIsWrongWithTheNamedPartner() {
        assertThat(shell.run("validate", "--partner", FakeStages.BROKEN, good))
                .isEqualTo(ExitCode.UNUSABLE);
        assertThat(shell.err()).contains("agreement.yaml:7: CLI-002 No such key.");
        assertThat(shell.out()).isEmpty();
    }

    @Test
    void doesNotTakeAnEndpointForAPartner() {
        assertThat(shell.run("validate", "--partner", FakeStages.ENDPOINT, good))
                .isEqualTo(ExitCode.UNUSABLE);
        assertThat(shell.err()).startsWith("CLI-002 endpoint is not a sound partner folder.");
    }

    private static String json(String id) {
        return "{\"id\":\"" + id + "\",\"partner\":\"acme\",\"receivedAt\":\"" + Shell.NOW + "\"}";
    }
}
