package io.retrogate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code validate --show} makes of documents that are wrong in one place. */
class ShownFindingsTest {

    private static final String REQUEST = "x12/180/request-accepted";
    private static final String ANNOUNCEMENT = "edifact/retann/d01b-accepted";

    @TempDir private Path folder;
    private final Shell shell = new Shell().real();

    @Test
    void tellsWhereFromTheOutsideToTheInside() throws IOException {
        var lines = shown(REQUEST, "012345678905*3*EA", "012345678905*3x*EA");

        assertThat(lines.get(0)).contains("BLI[12]-03 DOC-047 error \"3x\"");
        assertThat(lines.subList(1, 4))
                .containsExactly(
                        "    BLI*UP*012345678905*3x*EA*UCP*24.95",
                        "                        ^^",
                        "    interchange 1, group 501, document 0001 (180 004010), segment 12 (10"
                                + " of the document), byte 376");
    }

    @Test
    void marksAComponent() throws IOException {
        var lines = shown(ANNOUNCEMENT, "QTY+61:5:PCE'", "QTY+61:5:PIECES-OF-EIGHT'");

        assertThat(lines.get(0)).contains("QTY[17]-01.3 DOC-046");
        assertThat(lines.get(1)).isEqualTo("    QTY+61:5:PIECES-OF-EIGHT");
        assertThat(lines.get(2)).isEqualTo("             ^^^^^^^^^^^^^^^");
        assertThat(lines.get(3)).contains("document 1 (RETANN D01B EAN003), segment 17");
    }

    @Test
    void marksTheSegmentBeforeWhichOneIsMissing() throws IOException {
        var lines = shown(REQUEST, "BGN*00*RR-20261102-01*20261102*0915*ET~\n", "");

        assertThat(lines.get(0))
                .contains("RDR[4] DOC-032")
                .contains("Segment BGN is mandatory and should have come before RDR.");
        assertThat(lines.get(1)).isEqualTo("    RDR*KA*DM");
        assertThat(lines.get(2)).isEqualTo("    ^^^");
    }

    @Test
    void marksWhereAMissingElementWouldBe() throws IOException {
        var lines = shown(REQUEST, "DTM*007*20261102~", "DTM~");

        assertThat(lines.get(0)).contains("DTM[6]-01 DOC-040");
        assertThat(lines.get(1)).isEqualTo("    DTM");
        assertThat(lines.get(2)).isEqualTo("       ^");
    }

    @Test
    void marksTheEnvelope() throws IOException {
        var x12 = shown(REQUEST, "IEA*1*000001001", "IEA*1*000001002");
        var edifact = shown(ANNOUNCEMENT, "UNZ+1+NW0000001", "UNZ+7+NW0000001");

        assertThat(x12.subList(1, 4))
                .containsExactly(
                        "    IEA*1*000001002",
                        "          ^^^^^^^^^",
                        "    interchange 1, segment 19, byte 501");
        assertThat(edifact.subList(1, 3)).containsExactly("    UNZ+7+NW0000001", "        ^");
    }

    @Test
    void showsTheNeighbourhoodOfAMarkInALongSegment() throws IOException {
        var text = "a".repeat(200);
        var lines = shown(ANNOUNCEMENT, "FTX+LIN+++Motor", "FTX+LIN+++" + text + ":b:c:d:e:f:g");

        assertThat(lines.get(0)).contains("FTX[16]-04.6");
        assertThat(lines.get(1)).startsWith("    \u2026aaa").contains("a:b:c:d:e:f:g");
        assertThat(lines.get(1)).hasSizeLessThan(130);
        assertThat(lines.get(1).charAt(lines.get(2).indexOf('^'))).isEqualTo('f');
    }

    @Test
    void elidesWhatIsMarkedIfThatIsLong() throws IOException {
        var lines = shown(REQUEST, "RR-20261102-01*20261102", "R".repeat(300) + "*20261102");

        assertThat(lines.get(1)).startsWith("    BGN*00*RRR").endsWith("RRR\u2026");
        assertThat(lines.get(2)).isEqualTo("           " + "^".repeat(70));
    }

    @Test
    void keepsTheMarkInPlaceBehindWideCharactersAndTabs() throws IOException {
        var wide =
                shown(
                        REQUEST,
                        "N1*BY*Acme Retail*92*ACME",
                        "N1*BY*Acm\u00e9\t\u00fcber*92*ACME*x*y*z");

        var picture = wide.get(1);
        assertThat(picture).isEqualTo("    N1*BY*Acm\u00e9\u00b7\u00fcber*92*ACME*x*y*z");
        assertThat(picture.substring(wide.get(2).indexOf('^'))).isEqualTo("x*y*z");
    }

    @Test
    void leavesLineEndsOut() throws IOException {
        var text = Files.readString(sample(REQUEST)).replace("*3*EA*", "*3x*EA*");

        for (var end : List.of("\r\n", "\n", "\r", "'\r\n")) {
            var lines = shown(text.replace("~\n", end));
            assertThat(lines.get(1)).isEqualTo("    BLI*UP*012345678905*3x*EA*UCP*24.95");
            assertThat(lines.get(2)).isEqualTo("                        ^^");
        }
    }

    @Test
    void givesProgramsTheSame() throws IOException {
        var file = folder.resolve("document.edi");
        Files.writeString(file, Files.readString(sample(REQUEST)).replace("*3*EA*", "*3x*EA*"));

        shell.run("validate", "--json", file);

        var json = new JsonMapper().readTree(shell.out());
        assertThat(json.path("segmentText").asText())
                .isEqualTo("BLI*UP*012345678905*3x*EA*UCP*24.95");
        assertThat(json.path("markFrom").asInt()).isEqualTo(20);
        assertThat(json.path("markLength").asInt()).isEqualTo(2);
        assertThat(json.path("offset").asInt()).isEqualTo(376);
    }

    private static Path sample(String name) {
        return Path.of("edi-samples", name, "received.edi");
    }

    private List<String> shown(String sample, String piece, String other) throws IOException {
        var text = Files.readString(sample(sample));
        assertThat(text).contains(piece);
        return shown(text.replace(piece, other));
    }

    private List<String> shown(String text) throws IOException {
        var file = folder.resolve("document.edi");
        Files.writeString(file, text, StandardCharsets.UTF_8);
        int before = shell.out().length();
        shell.run("validate", "--show", file);
        return shell.out().substring(before).lines().toList();
    }
}
