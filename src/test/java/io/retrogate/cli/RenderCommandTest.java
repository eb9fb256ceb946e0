package io.retrogate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @TempDir Path routes;

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

    private int renderFor(String charset, String message, String name) throws IOException {
        var partner = Files.createDirectory(routes.resolve("acme"));
        var agreement =
                """
                partner: acme
                identifiers: [{qualifier: ZZ, id: ACME}]
                ownIdentifiers: [{qualifier: ZZ, id: US}]
                documents: [{message: %s, direction: outbound}]
                """
                        .formatted(message);
        var line = charset.isEmpty() ? "" : "charset: " + charset + "\n";
        Files.writeString(partner.resolve("agreement.yaml"), agreement + line);
        return shell.typing(ANSWER.replace("Acme*Retail", name))
                .run("render", "--partner", partner, "-");
    }

    @Test
    void writesX12InTheAgreedCharacters() throws IOException {
        // 60 characters, as many as N102 takes, and 120 bytes.
        var name = "\u00C0\u0141".repeat(30);
        int code = renderFor("UTF-8", "X12 180 004010", "\\u00C0\\u0141".repeat(30));
        assertThat(code).as(shell.err()).isEqualTo(ExitCode.ACCEPTED);
        assertThat(shell.out()).contains("N1*BY*" + name + "~");
        assertThat(shell.err()).doesNotContain("MSG-007");
    }

    @Test
    void saysWhichCharacterIsLacking() throws IOException {
        int code = renderFor("", "X12 180 004010", "\\u0141uk\\u00E1\\u0161");
        assertThat(code).as(shell.err()).isEqualTo(ExitCode.ACCEPTED);
        assertThat(shell.text(StandardCharsets.ISO_8859_1)).contains("N1*BY*?uk\u00E1?~");
        assertThat(shell.err())
                .contains(
                        "/parties/0/name MSG-007 warning", "ISO-8859-1 has no '\u0141', '\u0161'");
    }

    @ParameterizedTest
    @CsvSource({
        "'', UNOY:4, \u0141uk\u00E1\u0161 ?+ \u041F, UTF-8",
        "ISO-8859-2, UNOD:3, \u0141uk\u00E1\u0161 ?+ ??, ISO-8859-2",
        "ISO-8859-5, UNOE:3, ??uk???? ?+ \u041F, ISO-8859-5",
        "ISO-8859-9, UNOK:4, ??uk\u00E1?? ?+ ??, ISO-8859-9",
        "windows-1252, UNOC:3, ??uk\u00E1\u0161 ?+ ??, windows-1252",
    })
    void namesTheCharactersInUnb(String charset, String syntax, String name, String written)
            throws IOException {
        var wanted = "\\u0141uk\\u00E1\\u0161 + \\u041F";
        int code = renderFor(charset, "EDIFACT RETANN D01B EAN003", wanted);
        assertThat(code).as(shell.err()).isEqualTo(ExitCode.ACCEPTED);
        var text = shell.text(Charset.forName(written));
        assertThat(text).contains("UNB+" + syntax + "+", name);
    }

    @Test
    void needsToKnowWhichDocument() {
        assertThat(shell.typing(ANSWER).run("render", "-")).isEqualTo(ExitCode.USAGE);
        assertThat(shell.err()).contains("no outbound document is agreed");
    }
}
