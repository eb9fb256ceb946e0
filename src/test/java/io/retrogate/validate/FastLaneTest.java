package io.retrogate.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.edi.InterchangeReport;
import io.retrogate.edi.Verdict;
import io.retrogate.edi.lane.TransactionIndex;
import io.retrogate.edi.schema.Schemas;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FastLaneTest {

    private static final ElementRule ANYTHING =
            new ElementRule.Simple(false, ElementShape.TEXT, 0, 9999);

    /** Calls everything valid that is made of the segments of our 180. */
    private final CompiledSchema tooTrusting =
            new CompiledSchema(
                    anything(),
                    TransactionIndex.packed("SE"),
                    nodes("BGN RDR DTM N9 N1 N3 N4 BLI PID QTY"));

    @Test
    void asksStaediAboutOneInSoManyAndBelievesIt() throws IOException {
        var wrong = Document.sample("x12/180/rejected-bad-quantity");
        var lane = new FastLane((schema, standard) -> Optional.of(tooTrusting), 2);
        var validator = new StaediValidator(Schemas.builtIn(), lane, ContentRules.none());

        var first = validator.validate(wrong, Optional.empty());
        var second = validator.validate(wrong, Optional.empty());

        assertThat(verdicts(first)).containsExactly(Verdict.ACCEPTED);
        assertThat(verdicts(second)).containsExactly(Verdict.REJECTED);
        assertThat(lane.sure()).isEqualTo(2);
    }

    /** StAEDI knows agencies and versions by name, and has a character set for them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "RETANN:D:01B:^N",
                "RETANN:D:01B:XX",
                "RETANN:D:01B:UN:a b",
                "RETANN:x:01B:UN"
            })
    void leavesAnUnusualHeaderToStaedi(String type) throws IOException {
        var document =
                Document.sample("edifact/retann/d01b-accepted").with("RETANN:D:01B:UN", type);

        assertThat(new LaneComparison(1).same(document.text())).isFalse();
    }

    @Test
    void leavesEverythingToStaediWhenItIsClosed() throws IOException {
        var lane = FastLane.closed();

        new StaediValidator(Schemas.builtIn(), lane, ContentRules.none())
                .validate(Document.sample("x12/180/request-accepted"), Optional.empty());

        assertThat(lane.sure()).isZero();
    }

    private static List<Verdict> verdicts(List<InterchangeReport> reports) {
        return reports.stream().map(InterchangeReport::verdict).toList();
    }

    private static List<OrderNode> nodes(String tags) {
        // The whole list again and again, so that any order fits.
        return Stream.of(tags.split(" "))
                .flatMap(first -> Stream.of(tags.split(" ")))
                .map(
                        tag ->
                                new OrderNode(
                                        TransactionIndex.packed(tag),
                                        0,
                                        9999,
                                        anything(),
                                        List.of()))
                .toList();
    }

    private static SegmentRule anything() {
        return new SegmentRule(Collections.nCopies(40, ANYTHING), List.of());
    }
}
