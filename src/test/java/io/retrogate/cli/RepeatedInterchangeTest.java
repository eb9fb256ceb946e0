package io.retrogate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.edi.Content;
import io.retrogate.returns.Origin;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What {@code acknowledge} says of a file that holds one interchange twice. */
class RepeatedInterchangeTest {

    private static final Instant TIME = Instant.parse("2026-02-03T09:30:59Z");

    private final Stages stages = new OfflineStages();

    @Test
    void isRefusedByTa1() throws IOException {
        assertThat(answers("x12/180/request-accepted"))
                .contains("AK5*A~")
                .contains("*000000002*0*P*>~TA1*")
                .containsOnlyOnce("AK9*")
                .containsPattern("TA1\\*[0-9]{9}\\*[0-9]{6}\\*[0-9]{4}\\*R\\*025~");
    }

    @Test
    void isRefusedByUci() throws IOException {
        assertThat(answers("edifact/retann/" + firstOf("edifact/retann")))
                .containsOnlyOnce("UCM+")
                .containsPattern("UCI\\+[^']*\\+4\\+26\\+UNB'");
    }

    private static String firstOf(String folder) throws IOException {
        try (var folders = Files.list(Path.of("edi-samples", folder))) {
            return folders.map(f -> f.getFileName().toString())
                    .filter(name -> name.contains("accepted"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }

    private String answers(String sample) throws IOException {
        var once = Files.readAllBytes(Path.of("edi-samples", sample, "received.edi"));
        var text = new String(once, StandardCharsets.ISO_8859_1);
        var content = new Twice(text + text);
        var reading = Reading.by(stages, Optional.empty());
        var translated = reading.read(content, new Origin("twice", "", TIME));
        assertThat(translated).hasSize(2);
        return new Answers(stages.acknowledger(), reading, TIME)
                .render(content, translated, 1, (answer, number) -> {});
    }

    private record Twice(String text) implements Content {
        @Override
        public InputStream open() {
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
        }

        @Override
        public long size() {
            return text.length();
        }
    }
}
