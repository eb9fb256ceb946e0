package io.retrogate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.SamplePartner;
import io.retrogate.partner.FolderProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleCoverageTest {

    @TempDir Path folder;

    @Test
    void namesWhatNoRuleReadsAndHowManyRulesAreUsed() throws IOException {
        var received = Path.of("edi-samples/x12/856/partner-mapping/received.edi");
        var text = Files.readString(received).replace("TD1*CTN25*1~", "TD1*CTN25*1***123456~");
        var sample = Files.createDirectories(folder.resolve("samples/one"));
        Files.writeString(sample.resolve("received.edi"), text);

        var coverage =
                new SampleCoverage(new OfflineStages(), SamplePartner.named("homeware"), folder);

        assertThat(coverage.problems())
                .allMatch(FolderProblem::isWarning)
                .extracting(FolderProblem::explanation)
                .contains("HL/TD1.05 of 856 004010 is there once and no rule reads it.");
        assertThat(coverage.summary())
                .singleElement()
                .asString()
                .matches("856 004010: 1 documents use \\d+ of \\d+ rules \\(\\d+ %\\)");
    }

    @Test
    void saysNothingWithoutSamples() {
        var coverage =
                new SampleCoverage(new OfflineStages(), SamplePartner.named("homeware"), folder);

        assertThat(coverage.problems()).isEmpty();
        assertThat(coverage.summary()).isEmpty();
    }
}
