package io.retrogate.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One segment in the wrong place is one finding, and says where the segment belongs. */
class CascadeTest {

    private static final String W17 = "W17*C*20261105*WR-2026-1*RO-2026-10*SHP-331~\n";
    private static final String N1 = "N1*WH*Retrogate Returns*92*RG1~\n";
    private static final String G62 = "G62*09*20261105~\n";
    private static final String W07 = "W07*3*EA**UP*012345678905~\n";
    private static final String G69 = "G69*Cordless drill~\n";

    private final Document receipt = receipt();

    @Test
    void tellsOfASegmentThatComesTooLate() {
        assertThat(told(receipt.with(W17 + N1, N1 + W17)))
                .containsExactly(
                        "W17[5] DOC-036 Segment W17 comes too late; its place is behind ST, before"
                                + " N1[4].");
    }

    @Test
    void saysOnceThatOthersWereMissedForTheSameReason() {
        assertThat(told(receipt.with(G62, "").with(W17, G62 + W17)))
                .containsExactly(
                        "W17[5] DOC-036 Segment W17 comes too late; its place is behind ST, before"
                                + " G62[4].");
    }

    @Test
    void saysInWhichLoopASegmentBelongs() {
        assertThat(told(receipt.with(G69, "").with(G62, G62 + G69)))
                .containsExactly(
                        "G69[8] DOC-031 Segment G69 is not used here; its place is in the loop of"
                                + " W07 behind W07.");
    }

    @Test
    void takesALoopThatStandsInTheWrongPlaceTogether() {
        assertThat(told(receipt.with("LX*1~\n", "").with("MAN*GM*00012345600000000012~\n", "")))
                .containsExactly(
                        "W07[10] DOC-031 Segment W07 is not used here; its place is in the loop of"
                                + " LX behind N9. The same goes for what follows of its loop: G69,"
                                + " N9, W13.",
                        "W14[15] DOC-032 Segment LX is mandatory and should have come before W14.");
    }

    @Test
    void stillTellsOfASegmentThatIsNowhere() {
        assertThat(told(receipt.with(W17, "")))
                .containsExactly(
                        "N1[4] DOC-032 Segment W17 is mandatory and should have come before N1.");
        assertThat(told(receipt.with(W17 + N1, N1 + W17).with(W07, W07 + "XYZ*1~\n")))
                .hasSize(2)
                .last()
                .asString()
                .startsWith("XYZ[13] DOC-03");
    }

    private static List<String> told(Document document) {
        return document.report().transactions().toList().get(0).findings().stream()
                .filter(it -> !it.problem().id().equals("DOC-023"))
                .map(it -> it.position() + " " + it.problem().id() + " " + it.explanation())
                .toList();
    }

    private static Document receipt() {
        try {
            return Document.sample("x12/944/5010-accepted");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
