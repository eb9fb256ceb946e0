package io.retrogate.partner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Compares a YAML file with its JSON Schema, in our own words and with the file's lines. */
final class SchemaCheck {

    private final JsonNode document;
    private final JsonSchema schema;

    private SchemaCheck(JsonNode document) {
        this.document = document;
        var config = SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).build();
        this.schema =
                JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(document, config);
    }

    /** By resource name, {@code /schemas/agreement/1.0.json}. */
    static SchemaCheck of(String resource) {
        try (InputStream in = SchemaCheck.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + resource);
            }
            return new SchemaCheck(new ObjectMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void check(YamlFile yaml, Problems problems) {
        schema.validate(yaml.json()).stream()
                .map(message -> problem(message, yaml))
                .distinct()
                .sorted(Comparator.comparingInt(FolderProblem::line))
                .forEach(problem -> problems.addAll(List.of(problem)));
    }

    private FolderProblem problem(ValidationMessage message, YamlFile yaml) {
        String at = message.getInstanceLocation().toString();
        return switch (message.getType()) {
            case "additionalProperties" -> unknown(message, yaml, at);
            case "required" -> {
                String where = at.isEmpty() ? "" : " in " + spoken(at);
                String text = "The key '" + message.getProperty() + "' is missing" + where + ".";
                yield new FolderProblem(
                        PartnerProblem.KEY_MISSING, yaml.file(), yaml.line(at), text);
            }
            case "enum" -> {
                var allowed = names(message.getSchemaNode());
                String text = written(yaml, at) + " is not one of " + String.join(", ", allowed);
                text += NearestName.suggestion(yaml.raw(at), allowed);
                yield invalid(yaml, at, text);
            }
            default -> invalid(yaml, at, written(yaml, at) + " does not fit" + wanted(message));
        };
    }

    private FolderProblem unknown(ValidationMessage message, YamlFile yaml, String at) {
        String key = message.getProperty();
        var known = new ArrayList<String>();
        surrounding(message).path("properties").fieldNames().forEachRemaining(known::add);
        String text = "The key '" + key + "' is unknown" + NearestName.suggestion(key, known);
        return new FolderProblem(
                PartnerProblem.KEY_UNKNOWN, yaml.file(), yaml.line(at + "/" + key), text);
    }

    private static FolderProblem invalid(YamlFile yaml, String at, String text) {
        return new FolderProblem(PartnerProblem.VALUE_INVALID, yaml.file(), yaml.line(at), text);
    }

    /** The file's own words: a resolved placeholder may be a secret. */
    private static String written(YamlFile yaml, String at) {
        String raw = yaml.raw(at);
        return spoken(at) + (raw.isEmpty() ? "" : " '" + raw + "'");
    }

    private String wanted(ValidationMessage message) {
        String description = surrounding(message).path("description").asText("");
        return description.isEmpty() ? " (" + message.getType() + ")." : ": " + description;
    }

    private JsonNode surrounding(ValidationMessage message) {
        String pointer = message.getSchemaLocation().getFragment().toString();
        return document.at(pointer.substring(0, Math.max(0, pointer.lastIndexOf('/'))));
    }

    private static String spoken(String pointer) {
        return pointer.isEmpty() ? "the file" : pointer.substring(1).replace('/', '.');
    }

    private static List<String> names(JsonNode array) {
        var names = new ArrayList<String>();
        array.forEach(item -> names.add(item.asText()));
        return names;
    }
}
