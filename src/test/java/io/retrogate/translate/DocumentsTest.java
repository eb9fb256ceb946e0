package io.retrogate.translate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retrogate.edi.schema.Schemas;
import io.retrogate.returns.Origin;
import io.retrogate.returns.ReturnMessageSchema;
import io.retrogate.returns.TranslatedInterchange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whole documents, compared with what we once looked at line by line; -Dgolden.update=true
 * rewrites.
 */
@Execution(ExecutionMode.SAME_THREAD)
class DocumentsTest {

    static final Translator TRANSLATOR = Translator.builtIn(Schemas.builtIn());
    static final Origin ORIGIN =
            new Origin("a-transmission", "northwind", Instant.parse("2026-11-20T09:30:00Z"));

    private static final ReturnMessageSchema SCHEMA = ReturnMessageSchema.builtIn();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path FOLDER = Path.of("src/test/resources/translate");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "180-request",
                "180-authorization",
                "180-announcement",
                "856-shipment",
                "retann-d01b",
                "retann-d96a",
                "desadv-d01b"
            })
    void becomeTheExpectedMessages(String name) throws IOException {
        var translated = translate(name);

        assertThat(translated.documents()).isNotEmpty();
        var file = FOLDER.resolve(name + ".json");
        var actual = pretty(translated);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, actual);
        }
        assertThat(actual).isEqualTo(Files.readString(file));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "180-request",
                "180-authorization",
                "180-announcement",
                "856-shipment",
                "retann-d01b",
                "retann-d96a",
                "desadv-d01b"
            })
    void fitTheJsonSchema(String name) throws IOException {
        for (var document : translate(name).documents()) {
            assertThat(SCHEMA.problems(document.message().tree())).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"180-request", "856-shipment", "retann-d01b", "desadv-d01b"})
    void traceEveryValueToItsElement(String name) throws IOException {
        for (var document : translate(name).documents()) {
            var tree = document.message().tree().deepCopy();
            tree.remove(
                    List.of("id", "schemaVersion", "kind", "envelope", "partner", "validation"));
            assertThat(untraced(tree, "")).isEmpty();
        }
    }

    private static TranslatedInterchange translate(String name) throws IOException {
        var accepted = Accepted.resource(name);
        return TRANSLATOR.translate(
                accepted.content(), accepted.report(), ORIGIN, Optional.empty());
    }

    private static String pretty(TranslatedInterchange translated) throws IOException {
        var text = new StringBuilder();
        for (var document : translated.documents()) {
            text.append(
                            JSON.writerWithDefaultPrettyPrinter()
                                    .writeValueAsString(document.message().tree()))
                    .append('\n');
        }
        translated
                .report()
                .allFindings()
                .forEach(
                        it ->
                                text.append("// ")
                                        .append(it.problem().id())
                                        .append(' ')
                                        .append(it.position())
                                        .append(' ')
                                        .append(it.explanation())
                                        .append('\n'));
        return text.toString();
    }

    /** Members that come from the document but do not say from where. */
    private static List<String> untraced(ObjectNode object, String at) {
        var untraced = new ArrayList<String>();
        object.fields()
                .forEachRemaining(
                        field -> {
                            var path = at + "/" + field.getKey();
                            if (field.getValue() instanceof ObjectNode inner
                                    && !inner.has("mapped")) {
                                if (!field.getKey().equals("source")) {
                                    untraced.addAll(untraced(inner, path));
                                }
                            } else if (isListOfObjects(field.getValue())) {
                                field.getValue()
                                        .forEach(
                                                item ->
                                                        untraced.addAll(
                                                                untraced((ObjectNode) item, path)));
                            } else if (!object.path("source").has(field.getKey())) {
                                untraced.add(path);
                            }
                        });
        untraced.removeIf(
                path -> path.equals("/packages/lines") || path.endsWith("/references/type"));
        return untraced;
    }

    private static boolean isListOfObjects(JsonNode value) {
        return value.isArray() && value.path(0).isObject();
    }
}
