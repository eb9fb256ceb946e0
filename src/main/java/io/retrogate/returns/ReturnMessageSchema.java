package io.retrogate.returns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The published JSON Schema (2020-12) of the canonical message, version 1.0; the same file that is
 * served at {@link #PATH}. Compiled when the first message is checked, as few commands check one.
 * Safe for use by many threads.
 */
public final class ReturnMessageSchema {

    /** Class path resource and web address of the schema. */
    public static final String PATH = "/schemas/return-message/1.0.json";

    private final Supplier<JsonNode> document;
    private volatile @Nullable JsonSchema compiled;

    private ReturnMessageSchema(Supplier<JsonNode> document) {
        this.document = document;
    }

    /** The one in this jar. */
    public static ReturnMessageSchema builtIn() {
        return new ReturnMessageSchema(ReturnMessageSchema::document);
    }

    /**
     * For messages that are to become documents: of the whole only kind and document number are
     * required, of a code either itself or its meaning, and lines are counted by their order.
     */
    public static ReturnMessageSchema outbound() {
        return new ReturnMessageSchema(ReturnMessageSchema::outboundDocument);
    }

    private static JsonNode outboundDocument() {
        var document = (ObjectNode) document();
        document.putArray("required").add("kind").add("documentNumber");
        var definitions = document.withObject("/$defs");
        definitions.withObject("/line").remove("required");
        var coded = definitions.withObject("/coded");
        coded.remove(List.of("required", "if", "then", "else"));
        var either = coded.putArray("anyOf");
        either.addObject().putArray("required").add("code");
        either.addObject().putArray("required").add("meaning");
        return document;
    }

    private JsonSchema compiled() {
        var known = compiled;
        if (known == null) {
            var config =
                    SchemaValidatorsConfig.builder()
                            .formatAssertionsEnabled(true)
                            .preloadJsonSchema(true)
                            .build();
            known =
                    JsonSchemaFactory.getInstance(VersionFlag.V202012)
                            .getSchema(document.get(), config);
            compiled = known;
        }
        return known;
    }

    /** What is wrong with this message, one sentence each with its JSON Pointer; empty: valid. */
    public List<String> problems(JsonNode message) {
        return compiled().validate(message).stream()
                .map(ValidationMessage::getMessage)
                // Of the message as a whole it says an empty path.
                .map(it -> it.startsWith(": ") ? it.substring(2) : it)
                .distinct()
                .sorted()
                .toList();
    }

    /** The schema itself, as a tree of its own; it costs far less than the checks. */
    public static JsonNode document() {
        try (InputStream in = ReturnMessageSchema.class.getResourceAsStream(PATH)) {
            return new ObjectMapper().readTree(Objects.requireNonNull(in, PATH));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
