package io.retrogate.translate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.retrogate.SamplePartner;
import io.retrogate.edi.FileContent;
import io.retrogate.edi.schema.Schemas;
import io.retrogate.returns.Origin;
import io.retrogate.returns.ReturnMessage;
import io.retrogate.returns.ReturnMessageSchema;
import io.retrogate.validate.Validator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each folder of edi-samples: canonical.jsonl holds the messages of the documents not rejected. */
class TranslationSamplesTest {

    private static final Path SAMPLES = Path.of("edi-samples");
    private static final Schemas SCHEMAS = Schemas.builtIn();
    private static final Validator VALIDATOR = Validator.overSchemas(SCHEMAS);
    private static final Translator TRANSLATOR = Translator.builtIn(SCHEMAS);
    private static final ReturnMessageSchema MESSAGE = ReturnMessageSchema.builtIn();
    private static final ObjectMapper JSON = new ObjectMapper();

    @TestFactory
    Stream<DynamicTest> samples() throws IOException {
        try (var files = Files.walk(SAMPLES)) {
            var folders =
                    files.filter(file -> file.endsWith("received.edi"))
                            .map(Path::getParent)
                            .sorted()
                            .toList();
            assertThat(folders).isNotEmpty();
            return folders.stream()
                    .map(
                            it ->
                                    DynamicTest.dynamicTest(
                                            SAMPLES.relativize(it).toString(), () -> check(it)));
        }
    }

    private static void check(Path folder) throws IOException {
        var messages = messages(folder);
        var lines = new StringBuilder();
        for (var message : messages) {
            assertThat(MESSAGE.problems(message.tree())).isEmpty();
            lines.append(JSON.writeValueAsString(message.tree())).append('\n');
        }
        var golden = folder.resolve("canonical.jsonl");
        if (Boolean.getBoolean("golden.update")) {
            update(golden, lines.toString());
        }
        var expected = Files.exists(golden) ? Files.readString(golden) : "";
        assertThat(lines).hasToString(expected);
    }

    private static void update(Path golden, String lines) throws IOException {
        if (lines.isEmpty()) {
            Files.deleteIfExists(golden);
        } else {
            Files.writeString(golden, lines);
        }
    }

    private static List<ReturnMessage> messages(Path folder) throws IOException {
        var content = new FileContent(folder.resolve("received.edi"));
        var origin =
                new Origin(
                        SAMPLES.relativize(folder).toString(),
                        "",
                        Instant.parse("2026-01-01T00:00:00Z"));
        var messages = new ArrayList<ReturnMessage>();
        var partner = SamplePartner.of(folder);
        for (var report : VALIDATOR.validate(content, partner)) {
            TRANSLATOR
                    .translate(content, report, origin, partner)
                    .documents()
                    .forEach(it -> messages.add(it.message()));
        }
        return messages;
    }
}
