package io.retrogate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every message is shown by several folders, and every partner of the samples by at least one. */
class SampleFoldersTest {

    private static final Path SAMPLES = Path.of("edi-samples");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x12/180",
                "x12/214",
                "x12/812",
                "x12/824",
                "x12/856",
                "x12/861",
                "x12/940",
                "x12/943",
                "x12/944",
                "x12/945",
                "x12/947",
                "x12/997",
                "x12/999",
                "x12/ta1",
                "edifact/aperak",
                "edifact/contrl",
                "edifact/desadv",
                "edifact/iftsta",
                "edifact/invrpt",
                "edifact/recadv",
                "edifact/retann",
                "edifact/retins"
            })
    void showsEachMessageInSixFolders(String message) throws IOException {
        assertThat(files(SAMPLES.resolve(message), "received.edi")).hasSizeGreaterThanOrEqualTo(6);
    }

    @Test
    void usesEachPartnerThatHasAnAgreement() throws IOException {
        var used = files(SAMPLES, "partner.txt").stream().map(SampleFoldersTest::content).toList();

        for (var agreement : files(SAMPLES.resolve("partners"), "agreement.yaml")) {
            assertThat(used).contains(agreement.getParent().getFileName().toString());
        }
    }

    private static List<Path> files(Path folder, String name) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.endsWith(name)).toList();
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
