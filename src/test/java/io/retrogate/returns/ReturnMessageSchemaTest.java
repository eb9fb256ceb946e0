package io.retrogate.returns;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ReturnMessageSchemaTest {

    private static final ReturnMessageSchema SCHEMA = ReturnMessageSchema.builtIn();

    @Test
    void acceptsACorrectMessage() throws IOException {
        assertThat(SCHEMA.problems(correct())).isEmpty();
    }

    @Test
    void acceptsTheSmallestMessage() throws IOException {
        var message = correct();
        message.remove(
                java.util.List.of(
                        "documentDate", "rma", "references", "parties", "packages", "lines"));

        assertThat(SCHEMA.problems(message)).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> rejectsWrongMessages() throws IOException {
        var cases = new YAMLMapper().readTree(resource("wrong.yaml"));
        assertThat(cases.size()).isGreaterThanOrEqualTo(20);
        return StreamSupport.stream(cases.spliterator(), false)
                .map(
                        wrong ->
                                DynamicTest.dynamicTest(
                                        wrong.get("case").asText(), () -> rejects(wrong)));
    }

    @Test
    void leavesNoObjectOpen() {
        var open =
                ReturnMessageSchema.document().findParents("properties").stream()
                        .filter(this::isOpen);

        assertThat(open).isEmpty();
    }

    /** Closed, or one of the parts that only narrow a closed object. */
    private boolean isOpen(JsonNode part) {
        return part.has("type") && part.path("additionalProperties").asBoolean(true);
    }

    private static void rejects(JsonNode wrong) throws IOException {
        var message = correct();
        change(message, wrong);

        var problems = SCHEMA.problems(message);

        assertThat(problems).anySatisfy(p -> assertThat(p).contains(wrong.get("says").asText()));
    }

    private static void change(ObjectNode message, JsonNode wrong) {
        var pointer = JsonPointer.compile(wrong.path("set").asText(wrong.path("remove").asText()));
        var parent = message.at(pointer.head());
        var name = pointer.last().getMatchingProperty();
        if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(name), wrong.get("to"));
        } else if (wrong.has("remove")) {
            assertThat(((ObjectNode) parent).remove(name)).isNotNull();
        } else {
            ((ObjectNode) parent).set(name, wrong.get("to"));
        }
    }

    private static ObjectNode correct() throws IOException {
        return (ObjectNode) new ObjectMapper().readTree(resource("correct.json"));
    }

    private static String resource(String name) throws IOException {
        return Files.readString(Path.of("src/test/resources/return-message", name));
    }
}
