package io.retrogate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.edi.Finding;
import io.retrogate.edi.InterchangeReport;
import io.retrogate.edi.schema.Schemas;
import io.retrogate.validate.Validator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SegmentPictureTest {

    private final Validator validator = Validator.overSchemas(Schemas.builtIn());

    @Test
    void marksTheElementInItsSegment() throws IOException {
        var file = Path.of("edi-samples/x12/180/rejected-bad-quantity/received.edi");

        var finding = findings(file).get(0);

        assertThat(picture(file, finding).orElseThrow().lines())
                .containsExactly(
                        "    BLI*UP*012345678905*three*EA*UCP*24.95",
                        "                        ^^^^^");
    }

    @Test
    void marksTheEndOfTheSegmentWhereAnElementIsMissing() throws IOException {
        var file =
                Path.of("edi-samples/x12/947/5010-rejected-adjustment-without-number/received.edi");

        var finding = findings(file).get(1);

        assertThat(picture(file, finding).orElseThrow().lines())
                .containsExactly("    W15*20261106", "                ^");
    }

    /** Of every finding in every sample the mark stands on what was found. */
    @Test
    void marksWhatWasFoundInEverySample() throws IOException {
        int marked = 0;
        try (var files = Files.walk(Path.of("edi-samples"))) {
            for (var file : files.filter(f -> f.endsWith("received.edi")).sorted().toList()) {
                for (var finding : findings(file)) {
                    var picture = picture(file, finding);
                    if (finding.position().element() > 0 && !finding.text().isEmpty()) {
                        var text = picture.orElseThrow().text();
                        int from = picture.get().mark();
                        assertThat(text.substring(from, from + picture.get().length()))
                                .as(file + " " + finding)
                                .isEqualTo(finding.text());
                        assertThat(text).startsWith(finding.position().tag());
                        marked++;
                    }
                }
            }
        }
        assertThat(marked).isGreaterThan(10);
    }

    private List<Finding> findings(Path file) {
        return reports(file).stream().flatMap(InterchangeReport::allFindings).toList();
    }

    private List<InterchangeReport> reports(Path file) {
        return validator.validate(input(file), Optional.empty());
    }

    private Optional<SegmentPicture> picture(Path file, Finding finding) {
        var report =
                reports(file).stream()
                        .filter(r -> r.allFindings().anyMatch(finding::equals))
                        .findFirst()
                        .orElseThrow();
        return SegmentPicture.Source.in(input(file)).of(report, finding);
    }

    private static Input input(Path file) {
        return new Input(file.toString(), file, false);
    }
}
