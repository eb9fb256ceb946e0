package io.retrogate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.FileSystemUtils;

/** What {@code partner check} says of the folders in this tree. */
@Timeout(60)
class SamplePartnersCheckTest {

    private static final List<String> PARENTS =
            List.of(
                    "edi-samples/partners",
                    "routes",
                    "src/test/resources/endpoints",
                    "src/test/resources/smooks");
    private static final String NO_SAMPLE =
            "; without a sample nothing shows what of its documents no rule reads";

    private static final String WITH_MORE = "PKG*F*68***Wrapped twice~\nTD1*CTN25*1***123456~";

    @TempDir private Path directory;
    private final Shell shell = new Shell().real();

    static Stream<Path> folders() throws IOException {
        var folders = Stream.<Path>builder();
        for (var parent : PARENTS) {
            try (var found = Files.list(Path.of(parent))) {
                found.filter(Files::isDirectory).sorted().forEach(folders);
            }
        }
        return folders.build();
    }

    @ParameterizedTest
    @MethodSource("folders")
    void hasNothingButWarningsForAnyOfThem(Path folder) {
        assertThat(shell.run("partner", "check", folder))
                .as(shell.out())
                .isEqualTo(ExitCode.ACCEPTED);
        assertThat(shell.out().lines())
                .allSatisfy(line -> assertThat(line).contains("/guide/", ": PRT-031 "));
        assertThat(shell.err()).contains(folder + ": ");
    }

    @ParameterizedTest
    @CsvSource({
        "src/test/resources/smooks/heron, 1",
        "src/test/resources/smooks/kolibri, 2",
        "src/test/resources/smooks/erp, 0",
        "src/test/resources/endpoints/sap, 0",
        "src/test/resources/endpoints/wms, 0",
        "routes/erp, 0",
    })
    void runsTheSamplesThatTheFolderHas(Path folder, int samples) {
        assertThat(shell.run("partner", "check", folder)).isEqualTo(ExitCode.ACCEPTED);
        assertThat(shell.out()).isEmpty();
        assertThat(shell.err()).isEqualTo(folder + ": 0 problems, " + samples + " samples\n");
    }

    @ParameterizedTest
    @CsvSource({"edi-samples/partners/terre", "routes/acme", "routes/nordwind"})
    void saysThatAPartnerWithoutSamplesProvesNothing(Path folder) {
        shell.run("partner", "check", folder);

        assertThat(shell.err()).isEqualTo(folder + ": 0 problems, 0 samples" + NO_SAMPLE + "\n");
    }

    @Test
    void namesRulesOfAGuideThatNoSampleProvesWithFileAndLine() {
        var folder = Path.of("edi-samples/partners/toolhouse");

        assertThat(shell.run("partner", "check", folder)).isEqualTo(ExitCode.ACCEPTED);
        assertThat(shell.out().lines())
                .hasSize(2)
                .first()
                .asString()
                .startsWith(folder + "/guide/856.yaml:5: PRT-031 ");
        assertThat(shell.err()).isEqualTo(folder + ": 2 problems, 0 samples" + NO_SAMPLE + "\n");
    }

    @Test
    void namesWhatStandsInASampleAndNoRuleReads() throws IOException {
        var folder = homeware("TD1*CTN25*1~", WITH_MORE);
        shell.run("partner", "check", "--update", folder);

        var second = new Shell().real();
        assertThat(second.run("partner", "check", folder)).isEqualTo(ExitCode.ACCEPTED);

        var samples = folder.resolve("samples");
        assertThat(second.out().lines())
                .contains(
                        samples
                                + ": PRT-032 HL/TD1.05 of 856 004010 is there once and no rule reads"
                                + " it. Add a rule with this path to the folder's mapping, if"
                                + " endpoints need what stands there.")
                .allMatch(line -> line.startsWith(samples + ": PRT-032 "));
        assertThat(second.err()).contains("856 004010: 1 documents use ").endsWith("1 samples\n");
    }

    @Test
    void ceasesToNameWhatANewRuleReads() throws IOException {
        var folder = homeware("TD1*CTN25*1~", WITH_MORE);
        Files.writeString(
                folder.resolve("mapping/856.yaml"),
                "  - { from: \"HL[03=S]/TD1.05\", to: documentNumber }\n",
                StandardOpenOption.APPEND);

        assertThat(shell.run("partner", "check", "--update", folder)).isEqualTo(ExitCode.ACCEPTED);

        assertThat(shell.out()).contains("HL/PKG").doesNotContain("TD1.05");
    }

    @Test
    void refusesAFolderWhoseSampleGivesAnotherResult() throws IOException {
        var folder = directory.resolve("heron");
        FileSystemUtils.copyRecursively(Path.of("src/test/resources/smooks/heron"), folder);
        FileSystemUtils.copyRecursively(
                Path.of("src/test/resources/smooks/erp"), directory.resolve("erp"));
        var expected = folder.resolve("samples/request/canonical.jsonl");
        Files.writeString(
                expected, Files.readString(expected).replaceFirst("REQ-1002", "REQ-1003"));

        assertThat(shell.run("partner", "check", folder)).isEqualTo(ExitCode.REJECTED);
        assertThat(shell.out()).startsWith(expected + ":2: CLI-005 The result is: {");
    }

    /** With a sample of the tree that has other segments in place of one. */
    private Path homeware(String segment, String by) throws IOException {
        var folder = directory.resolve("homeware");
        FileSystemUtils.copyRecursively(Path.of("edi-samples/partners/homeware"), folder);
        FileSystemUtils.copyRecursively(
                Path.of("edi-samples/partners/erp"), directory.resolve("erp"));
        var sample = Files.createDirectories(folder.resolve("samples/cartons"));
        var text =
                Files.readString(
                        Path.of("edi-samples/x12/856/partner-mapping/received.edi"),
                        StandardCharsets.ISO_8859_1);
        assertThat(text).contains(segment);
        var count = 24 + (int) by.chars().filter(it -> it == '\n').count();
        Files.writeString(
                sample.resolve("received.edi"),
                text.replace(segment, by).replace("SE*24*", "SE*" + count + "*"),
                StandardCharsets.ISO_8859_1);
        return folder;
    }
}
