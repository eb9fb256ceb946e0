package io.retrogate.acknowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.edi.InterchangeHeader;
import io.retrogate.edi.InterchangeReport;
import io.retrogate.edi.Standard;
import io.retrogate.ledger.PlannedAcknowledgement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever the report, an independent reader finds nothing to object to in the answer. */
@Timeout(60)
class WellFormedAnswersTest {

    private static final int REPORTS = 600;

    @Test
    void staysReadableForAnyReport() {
        var answered =
                LongStream.range(0, REPORTS).filter(WellFormedAnswersTest::isAnsweredWell).count();

        assertThat(answered).isGreaterThan(REPORTS * 3 / 4);
    }

    private static boolean isAnsweredWell(long seed) {
        var report = new RandomReports(seed).next();
        // Every third partner has agreed on a 999.
        var partner =
                Optional.of(Reports.agreed("999"))
                        .filter(it -> header(report).standard() == Standard.X12 && seed % 3 == 0);
        var plan = Answers.plan(report, partner);
        plan.ifPresent(answer -> check(seed, report, answer));
        return plan.isPresent();
    }

    private static void check(long seed, InterchangeReport report, PlannedAcknowledgement answer) {
        var text = answer.renderer().render(Answers.NUMBER, Answers.TIME);
        var parsed = Parsed.of(text);

        assertThat(parsed.objections()).as("seed %d: %s", seed, text).isEmpty();
        assertThat(answer.verdict()).matches("[AEPR]");
        if (header(report).standard() == Standard.X12) {
            checkCounts(seed, parsed);
        } else {
            assertThat(parsed.tagged("UCI")).as("seed %d", seed).hasSize(1);
        }
    }

    private static void checkCounts(long seed, Parsed parsed) {
        int received = parsed.tagged("AK9").stream().mapToInt(ak9 -> number(ak9, 3)).sum();
        int accepted = parsed.tagged("AK9").stream().mapToInt(ak9 -> number(ak9, 4)).sum();
        var answered = answered(parsed);

        assertThat(received).as("seed %d", seed).isEqualTo(answered.size());
        assertThat((long) accepted)
                .as("seed %d", seed)
                .isEqualTo(answered.stream().filter(ak5 -> !ak5.get(1).equals("R")).count());
        parsed.tagged("AK9").forEach(ak9 -> checkLetter(seed, ak9));
    }

    private static void checkLetter(long seed, List<String> ak9) {
        int received = number(ak9, 3);
        int accepted = number(ak9, 4);
        var allowed =
                accepted < received
                        ? accepted == 0 ? List.of("R") : List.of("P")
                        : received == 0 ? List.of("A", "E", "R") : List.of("A", "E");
        assertThat(ak9.get(1)).as("seed %d: %s", seed, ak9).isIn(allowed);
    }

    private static List<List<String>> answered(Parsed parsed) {
        return parsed.segments().stream().filter(s -> s.get(0).matches("[AI]K5")).toList();
    }

    private static InterchangeHeader header(InterchangeReport report) {
        return report.header().orElseThrow();
    }

    private static int number(List<String> segment, int element) {
        return Integer.parseInt(segment.get(element));
    }

    @Test
    void objectsToWhatIsWrong() {
        var good = Answers.text(Reports.interchange(Reports.x12Header(), Reports.group("SH")));

        assertThat(Parsed.of(good).objections()).isEmpty();
        assertThat(Arrays.asList("SE*4", "GE*1*42", "IEA*1*000000042"))
                .allSatisfy(part -> assertThat(good).contains(part));
        assertThat(Parsed.of(good.replace("SE*4", "SE*5")).objections()).isNotEmpty();
        assertThat(Parsed.of(good.replace("GE*1*42", "GE*2*42")).objections()).isNotEmpty();
    }
}
