package io.retrogate.translate.message;

import com.fasterxml.jackson.databind.JsonNode;
import io.retrogate.returns.ReturnMessageSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * What the JSON Schema of the canonical message allows at one place; targets are checked with it.
 */
public final class TargetShape {

    private final JsonNode document;
    private final JsonNode part;
    private final String definition;

    private TargetShape(JsonNode document, JsonNode part, String definition) {
        this.document = document;
        this.part = part;
        this.definition = definition;
    }

    /** Of the whole message. */
    public static TargetShape ofMessage() {
        var document = ReturnMessageSchema.document();
        return new TargetShape(document, document, "");
    }

    /** What kind of value belongs here. */
    public enum Sort {
        OBJECT,
        ARRAY,
        CODED,
        DECIMAL,
        MOMENT,
        INTEGER,
        BOOLEAN,
        GTIN,
        GLN,
        SSCC,
        TEXT
    }

    private static final Set<String> CHECKED =
            Set.of("gtin", "gln", "sscc", "decimal", "moment", "coded");

    public Sort sort() {
        if (CHECKED.contains(definition) || narrowsCoded()) {
            return narrowsCoded()
                    ? Sort.CODED
                    : Sort.valueOf(definition.toUpperCase(java.util.Locale.ROOT));
        }
        return switch (part.path("type").asText()) {
            case "object" -> Sort.OBJECT;
            case "array" -> Sort.ARRAY;
            case "integer" -> Sort.INTEGER;
            case "boolean" -> Sort.BOOLEAN;
            default -> Sort.TEXT;
        };
    }

    private boolean narrowsCoded() {
        return part.path("allOf").path(0).path("$ref").asText().equals("#/$defs/coded");
    }

    /** The regular expression that a text must match; empty: any. */
    public Optional<String> pattern() {
        boolean any = definition.equals("text") || definition.equals("identifier");
        return any || !part.has("pattern")
                ? Optional.empty()
                : Optional.of(part.get("pattern").asText());
    }

    /** What codes may mean here; empty: anything. */
    public List<String> meanings() {
        return names(part.path("allOf").path(1).path("properties").path("meaning").path("enum"));
    }

    public Optional<TargetShape> member(String name) {
        var found = part.path("properties").path(name);
        return found.isMissingNode() ? Optional.empty() : Optional.of(resolve(found));
    }

    /** Of an array. */
    public TargetShape item() {
        return resolve(part.path("items"));
    }

    public List<String> members() {
        var names = new ArrayList<String>();
        part.path("properties").fieldNames().forEachRemaining(names::add);
        names.remove("source");
        return names;
    }

    public List<String> required() {
        return names(part.path("required"));
    }

    private TargetShape resolve(JsonNode found) {
        var name = "";
        var at = found;
        while (at.has("$ref")) {
            name = at.get("$ref").asText().substring("#/$defs/".length());
            at = document.path("$defs").path(name);
        }
        return new TargetShape(document, at, name);
    }

    private static List<String> names(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
    }
}
