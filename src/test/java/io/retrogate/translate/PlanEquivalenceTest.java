package io.retrogate.translate;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.edi.Content;
import io.retrogate.edi.DocumentProblem;
import io.retrogate.edi.InterchangeReport;
import io.retrogate.edi.MessageType;
import io.retrogate.edi.schema.Schemas;
import io.retrogate.returns.Origin;
import io.retrogate.translate.smooks.SmooksEngines;
import io.retrogate.validate.MadeUpDocuments;
import io.retrogate.validate.Validator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The plan of a mapping makes the same bytes as its rules, or nothing; {@code -Dplan.documents}
 * says of how many documents it is asked.
 */
@Timeout(value = 4, unit = TimeUnit.HOURS)
class PlanEquivalenceTest {

    private static final int DOCUMENTS = Integer.getInteger("plan.documents", 2_000);
    private static final long SEED = Long.getLong("plan.seed", 20261124);

    private static final Origin ORIGIN =
            new Origin("plan", "acme", Instant.parse("2026-11-24T09:15:00Z"));

    private final Schemas schemas = Schemas.builtIn();
    private final Mappings mappings = Mappings.builtIn(schemas::find);
    private final Validator validator = Validator.overSchemas(schemas);
    private final PlanLane lane = new PlanLane(Long.MAX_VALUE);
    private final SmooksLane smooks = new SmooksLane(schemas, new SmooksEngines());
    private final Translator planned =
            new TableTranslator((type, partner) -> mappings.find(type), lane, smooks, 1);
    private final Translator byRules =
            new TableTranslator(
                    (type, partner) -> mappings.find(type), PlanLane.closed(), smooks, 1);
    private int documents;

    /** Those of interchanges in which the rules find nothing; the plan leaves others to them. */
    private int plain;

    @Test
    void everyMappingHasAPlan() {
        for (var type : MadeUpDocuments.messages()) {
            mappings.find(type).ifPresent(it -> assertThat(it.plan()).as("%s", type).isPresent());
        }
    }

    @Test
    void makesTheSameOfSamplesAndTakesMostOfThem() throws IOException {
        for (var sample : samples()) {
            same(sample);
        }

        print("samples");
        assertThat(documents).isPositive();
        assertThat(lane.planned()).isGreaterThan(plain * 98L / 100);
    }

    @Test
    void makesTheSameOfSamplesWithOtherValues() throws IOException {
        var random = new Random(SEED);
        var samples = samples();
        for (int at = 0; at < DOCUMENTS; at++) {
            same(new ValueMutation(random).of(samples.get(random.nextInt(samples.size()))));
        }

        print("other values");
        assertThat(lane.planned()).isGreaterThan(documents / 2);
    }

    @Test
    void makesTheSameOfLinesThatAreAlikeOrNearlySo() throws IOException {
        var random = new Random(SEED);
        var samples = samples();
        for (int at = 0; at < DOCUMENTS; at++) {
            same(new RepeatedLines(random).of(samples.get(random.nextInt(samples.size()))));
        }

        print("repeated lines");
        assertThat(lane.planned()).isGreaterThan(documents / 2);
    }

    @Test
    void makesTheSameOfMadeUpDocuments() {
        var made = new MadeUpDocuments(SEED);
        var mapped =
                MadeUpDocuments.messages().stream().filter(it -> mappings.find(it).isPresent());
        var types = mapped.toList();
        for (int at = 0; at < DOCUMENTS; at++) {
            MessageType type = types.get(at % types.size());
            same(made.of(type));
        }

        print("made up");
        assertThat(lane.planned()).isPositive();
    }

    /** The text of the second line comes from two segments, of which only the other one differs. */
    @Test
    void readsWhatIsJoinedFromSeveralSegmentsForEachLine() {
        same(
                """
                UNB+UNOC:3+4012345000009:14+4098765000003:14+261102:0915+1'
                UNH+1+RETANN:D:01B:UN'
                BGM+70E::9+NW-RA-1+9'
                DTM+137:20261102:102'
                NAD+BY+4012345000009::9'
                NAD+SU+4098765000003::9'
                LIN+1++4012345001013:SRV'
                IMD+F++:::Kettle'
                IMD+F++:::red'
                QTY+61:1:PCE'
                LIN+2++4012345001013:SRV'
                IMD+F++:::Kettle'
                IMD+F++:::blue'
                QTY+61:1:PCE'
                UNS+S'
                CNT+2:2'
                UNT+16+1'
                UNZ+1+1'
                """);

        assertThat(lane.planned()).isEqualTo(1);
    }

    private void print(String what) {
        System.out.println(
                "plans, seed " + SEED + ", " + what + ": " + lane.planned() + " of " + documents);
    }

    private void same(String text) {
        var content = Content.of(text.getBytes(StandardCharsets.ISO_8859_1));
        for (var report : validator.validate(content, Optional.empty())) {
            var expected = byRules.translate(content, report, ORIGIN, Optional.empty());
            var made = planned.translate(content, report, ORIGIN, Optional.empty());
            assertThat(made.report()).as(text).isEqualTo(expected.report());
            assertThat(made.documents()).as(text).hasSameSizeAs(expected.documents());
            for (int at = 0; at < made.documents().size(); at++) {
                var one = made.documents().get(at).message();
                var other = expected.documents().get(at).message();
                assertThat(new String(one.json(), StandardCharsets.UTF_8))
                        .as(text)
                        .isEqualTo(new String(other.json(), StandardCharsets.UTF_8));
                assertThat(List.of(one.id(), one.kind(), one.documentNumber(), one.rma()))
                        .isEqualTo(
                                List.of(
                                        other.id(),
                                        other.kind(),
                                        other.documentNumber(),
                                        other.rma()));
                documents++;
                plain += expected.report().equals(report) && holdsKeys(report) ? 1 : 0;
            }
        }
    }

    /** A wrong key was found before; the plan leaves it to the rules all the same. */
    private static boolean holdsKeys(InterchangeReport report) {
        return report.allFindings()
                .noneMatch(it -> it.problem() == DocumentProblem.CHECK_DIGIT_WRONG);
    }

    private static List<String> samples() throws IOException {
        var samples = new ArrayList<String>();
        try (var files = Files.walk(Path.of("edi-samples"))) {
            for (var file : files.filter(it -> it.endsWith("received.edi")).sorted().toList()) {
                samples.add(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return samples;
    }
}
