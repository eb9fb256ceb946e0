package io.retrogate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RenderCommandTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What an ERP would send: codes by meaning, nothing of an envelope. */
    private static final String ANSWER =
            """
            {"kind":"return.authorization","documentNumber":"RMA-2026-77",
             "documentDate":"2026-11-03T08:00:00Z",
             "rma":{"number":"RZ-77","validTo":"2026-12-01"},
             "parties":[{"role":{"meaning":"buyer"},"name":"Acme*Retail"}],
             "lines":[{"item":{"gtin":"00012345678905"},
              "quantities":{"authorized":"2","uom":{"meaning":"each"}},
              "status":{"meaning":"approved"}}]}
            """
                    .replace("\n", " ");

    private final Shell shell = new Shell().real();

    private int render(String lines) {
        return shell.typing(lines).run("render", "--message", "X12 180 004010", "-");
    }

    @Test
    void writesAnAnswerGivenByMeaning() {
        assertThat(render(ANSWER)).as(shell.err()).isEqualTo(ExitCode.ACCEPTED);
        assertThat(shell.out().split("~"))
                .contains(
                        "ST|180|0001",
                        "BGN|11|RMA-2026-77|20261103|0800|UT",
                        "DTM|197|20261201",
                        "N9|RZ|RZ-77",
                        "N1|BY|Acme*Retail",
                        "BLI|UP|012345678905|2|EA",
                        "RDR|RA")
                .startsWith(
                        "ISA|00|          |00|          |ZZ|SENDER         |ZZ|RECEIVER       "
                                + "|260203|0930|U|00401|000000001|0|P|>");
    }

    @Test
    void writesNothingIfOneMessageIsWrong() {
        assertThat(render(ANSWER.strip() + "\n{\"kind\":\"gift\"}")).isEqualTo(ExitCode.REJECTED);
        assertThat(shell.out()).isEmpty();
        assertThat(shell.err()).contains("standard input:2 MSG-002", "nothing written");
    }

    @Test
    void writesNothingThatWouldBeRefused() {
        var dateless = ANSWER.replace("\"documentDate\":\"2026-11-03T08:00:00Z\",", "");
        assertThat(render(dateless)).isEqualTo(ExitCode.REJECTED);
        assertThat(shell.out()).isEmpty();
        assertThat(shell.err()).contains("BGN[4]-03 DOC-040");
    }

    @Test
    void saysWhatHasNoPlace() {
        var more = ANSWER.replace("\"name\":", "\"location\":\"Ramp 4\",\"name\":");
        assertThat(render(more)).isEqualTo(ExitCode.ACCEPTED);
        assertThat(shell.err()).contains("/parties/0/location MSG-005 warning \"Ramp 4\"");
    }

    @Test
    void saysWhatIsNoJsonAndWhatIsNotWritten() {
        assertThat(render("hello")).isEqualTo(ExitCode.UNUSABLE);
        assertThat(shell.err()).contains("standard input:1 MSG-001");
        assertThat(shell.typing(ANSWER).run("render", "--message", "X12 824 004010", "-"))
                .isEqualTo(ExitCode.REJECTED);
        assertThat(shell.err()).contains("MSG-006");
    }

    @Test
    void readsBackWhatTranslateWrote() throws IOException {
        var sample = Path.of("edi-samples/edifact/retann/d01b-accepted/canonical.jsonl");
        var number = JSON.readTree(Files.readString(sample)).path("documentNumber").asText();
        int code = shell.run("render", "--json", "--message", "EDIFACT RETANN D01B EAN003", sample);
        assertThat(code).as(shell.err()).isEqualTo(ExitCode.ACCEPTED);
        assertThat(shell.out()).contains("UNH+1+RETANN:D:01B:UN:EAN003'", "+" + number + "+");
    }

    @Test
    void needsToKnowWhichDocument() {
        assertThat(shell.typing(ANSWER).run("render", "-")).isEqualTo(ExitCode.USAGE);
        assertThat(shell.err()).contains("no outbound document is agreed");
    }
}
