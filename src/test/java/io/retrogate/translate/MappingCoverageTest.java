package io.retrogate.translate;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.SamplePartner;
import io.retrogate.edi.Content;
import io.retrogate.edi.schema.Schemas;
import io.retrogate.returns.MappingCoverage;
import io.retrogate.validate.Validator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** How much of the built-in mappings the samples use; prints what they do not. */
class MappingCoverageTest {

    private static final Path SAMPLES = Path.of("edi-samples");
    private static final Schemas SCHEMAS = Schemas.builtIn();
    private static final Validator VALIDATOR = Validator.overSchemas(SCHEMAS);

    /** Of a hundred rules, in the version that is best shown; none may fall. */
    private static final Map<String, Integer> FLOORS =
            new TreeMap<>(
                    Map.ofEntries(
                            Map.entry("180", 100),
                            Map.entry("214", 100),
                            Map.entry("812", 100),
                            Map.entry("856", 100),
                            Map.entry("861", 98),
                            Map.entry("940", 100),
                            Map.entry("943", 100),
                            Map.entry("944", 100),
                            Map.entry("945", 100),
                            Map.entry("947", 100),
                            Map.entry("DESADV", 99),
                            Map.entry("IFTSTA", 96),
                            Map.entry("INVRPT", 92),
                            Map.entry("RECADV", 98),
                            Map.entry("RETANN", 98),
                            Map.entry("RETINS", 98)));

    @Test
    void theSamplesUseTheRulesOfEveryMapping() throws IOException {
        var shares = new TreeMap<String, Integer>();
        for (var one : found(SAMPLES)) {
            shares.merge(one.message().code(), one.percent(), Math::max);
            System.out.println(line(one));
        }

        assertThat(shares.keySet()).isEqualTo(FLOORS.keySet());
        assertThat(shares)
                .allSatisfy(
                        (code, percent) ->
                                assertThat(percent)
                                        .as(code)
                                        .isGreaterThanOrEqualTo(FLOORS.get(code)));
    }

    @Test
    void tellsWhatNoRuleReadsByThePathThatARuleWouldNeed() throws IOException {
        var coverage = found(SAMPLES.resolve("edifact/retann/d01b-in-full")).get(0);

        assertThat(coverage.documents()).isEqualTo(1);
        assertThat(coverage.unread()).containsKey("CUX[01.1=2].01.3");
        assertThat(coverage.unused())
                .contains("EQD.02.1 -> trailer")
                .doesNotContain("CUX.01.2 -> currency");
    }

    private static String line(MappingCoverage one) {
        return "%s: %d documents use %d %% of %d rules; unread: %s; unused: %s"
                .formatted(
                        one.message(),
                        one.documents(),
                        one.percent(),
                        one.rules(),
                        one.unread(),
                        one.unused());
    }

    private static List<MappingCoverage> found(Path folder) throws IOException {
        var meter = CoverageMeter.builtIn(SCHEMAS);
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(it -> it.endsWith("received.edi")).sorted().toList()) {
                if (SamplePartner.of(file.getParent()).isEmpty()) {
                    look(meter, Files.readAllBytes(file));
                }
            }
        }
        return meter.found();
    }

    private static void look(CoverageMeter meter, byte[] bytes) {
        var content = Content.of(bytes);
        for (var report : VALIDATOR.validate(content, Optional.empty())) {
            meter.look(content, report, Optional.empty());
        }
    }
}
