package io.retrogate.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The fuzz targets over what they start from and what once broke them, without a fuzzer. Documents
 * that broke something are samples, and tests of their own.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class FuzzRegressionTest {

    private static final long SEED = 20261124;
    private static final int SCRIPTS = 60;

    @Test
    void envelope() throws IOException {
        assertThat(play(Path.of("edi-samples", "noise"), EnvelopeFuzz::fuzzerTestOneInput))
                .isGreaterThan(5);
    }

    @Test
    void x12() {
        scripts(X12Fuzz::fuzzerTestOneInput);
    }

    @Test
    void edifact() {
        scripts(EdifactFuzz::fuzzerTestOneInput);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mapping", "agreement", "guide"})
    void textOf(String kind) throws IOException {
        assertThat(play(Path.of("src", "test", "fuzz", kind), target(kind))).isPositive();
    }

    /** The starting points are worth something: they are good. */
    @ParameterizedTest
    @ValueSource(strings = {"mapping/overlay", "agreement/acme", "guide/of-the-page"})
    void startsFromWhatIsGood(String start) throws IOException {
        var kind = start.substring(0, start.indexOf('/'));
        var file = kind.equals("agreement") ? "agreement.yaml" : kind + "/a.yaml";
        var text = Files.readAllBytes(Path.of("src", "test", "fuzz", start + ".yaml"));

        var whole = new PlayedFolder(file).with(text);
        var broken = new PlayedFolder(file).with("a: [".getBytes(StandardCharsets.US_ASCII));

        assertThat(whole.problems()).isEmpty();
        assertThat(broken.good()).isFalse();
    }

    private static Consumer<byte[]> target(String kind) {
        return switch (kind) {
            case "mapping" -> MappingFuzz::fuzzerTestOneInput;
            case "agreement" -> AgreementFuzz::fuzzerTestOneInput;
            default -> GuideFuzz::fuzzerTestOneInput;
        };
    }

    private static int play(Path folder, Consumer<byte[]> target) throws IOException {
        try (var files = Files.walk(folder)) {
            var all = files.filter(Files::isRegularFile).sorted().toList();
            for (var file : all) {
                target.accept(Files.readAllBytes(file));
            }
            return all.size();
        }
    }

    private static void scripts(Consumer<byte[]> target) {
        var random = new Random(SEED);
        for (int i = 0; i < SCRIPTS; i++) {
            var script = new byte[1 + random.nextInt(40)];
            random.nextBytes(script);
            target.accept(script);
        }
    }
}
