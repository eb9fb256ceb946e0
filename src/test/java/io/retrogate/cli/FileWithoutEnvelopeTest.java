package io.retrogate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command line says of CSV and XML, judged by what the partner kolibri agreed on. */
class FileWithoutEnvelopeTest {

    private static final Path KOLIBRI = Path.of("src/test/resources/smooks/kolibri");
    private static final Path ACME = Path.of("routes/acme");
    private static final String HEAD = "rma,date,sku,gtin,quantity,reason\n";
    private static final String GOOD = "RMA-1,20261102,BL-600,4012345001013,2.50,defective\n";
    private static final String BAD = "RMA-2,20261102,BL-700,,many,worn\n";

    @TempDir private Path folder;
    private final Shell shell = new Shell().real();

    @Test
    void isAcceptedWhenEachLineCanBeRead() throws IOException {
        var file = file("good.csv", HEAD + GOOD);

        assertThat(shell.run("validate", "--partner", KOLIBRI, file)).isEqualTo(ExitCode.ACCEPTED);
        assertThat(shell.out()).isEmpty();
        assertThat(shell.err())
                .isEqualTo(
                        file
                                + ": accepted (0 interchanges, 1 transaction, 0 rejected,"
                                + " 0 findings)\n");
    }

    @Test
    void isRejectedWithTheLineAndColumnOfWhatIsWrong() throws IOException {
        var file = file("bad.csv", HEAD + GOOD + BAD);

        assertThat(shell.run("validate", "--partner", KOLIBRI, file)).isEqualTo(ExitCode.REJECTED);
        assertThat(shell.out())
                .isEqualTo(
                        file
                                + ": LINE[3] DOC-071 error \"many\": 'shipped' cannot be read as a"
                                + " number. Correct the value so that it can be read as what it"
                                + " stands for.\n");
        assertThat(shell.err()).contains("2 transactions, 1 rejected, 1 finding");
    }

    @Test
    void isJudgedForProgramsToo() throws IOException {
        shell.typing(HEAD + BAD).run("validate", "--json", "--partner", KOLIBRI, "-");

        var json = new JsonMapper().readTree(shell.out());
        assertThat(json.path("file").asText()).isEqualTo("standard input");
        assertThat(json.path("message").asText()).isEqualTo("RETURNS CSV");
        assertThat(json.path("position").asText()).isEqualTo("LINE[2]");
        assertThat(json.path("problem").asText()).isEqualTo("DOC-071");
    }

    @Test
    void isUnusableWhenItIsNotInTheAgreedForm() throws IOException {
        var file = file("broken.xml", "<manifest>\n<return>\n</manifest>\n");

        assertThat(shell.run("validate", "--partner", KOLIBRI, file)).isEqualTo(ExitCode.UNUSABLE);
        assertThat(shell.out()).startsWith(file + ": LINE[3] DOC-110 error");
        assertThat(shell.err()).doesNotContain("CLI-007");
    }

    @Test
    void cannotBeJudgedWithoutItsPartner() throws IOException {
        var file = file("good.csv", HEAD + GOOD);

        for (var command : new String[] {"validate", "translate", "acknowledge"}) {
            var alone = new Shell().real();
            assertThat(alone.run(command, file)).isEqualTo(ExitCode.UNUSABLE);
            assertThat(alone.err())
                    .contains(
                            "CLI-007 "
                                    + file
                                    + " holds no interchange, and no partner is named who agreed on"
                                    + " another form. Name the folder");
        }
    }

    @Test
    void cannotBeJudgedByAPartnerWhoAgreedOnNoSuchFile() throws IOException {
        var file = file("good.csv", HEAD + GOOD);

        assertThat(shell.run("validate", "--partner", ACME, file)).isEqualTo(ExitCode.UNUSABLE);
        assertThat(shell.err())
                .contains("CLI-007 " + file + " holds no interchange, and acme agreed on no");
    }

    @Test
    void isNotMeantByAnInterchangeThatIsBroken() throws IOException {
        var file = file("broken.edi", "ISA*00*~");

        assertThat(shell.run("validate", file, file("empty.edi", " \n")))
                .isEqualTo(ExitCode.UNUSABLE);
        assertThat(shell.err()).contains("unusable").doesNotContain("CLI-007");
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
