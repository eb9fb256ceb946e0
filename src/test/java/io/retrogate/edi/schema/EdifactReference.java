package io.retrogate.edi.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.xlate.edi.schema.EDIComplexType;
import io.xlate.edi.schema.EDIReference;
import io.xlate.edi.schema.EDISimpleType;
import java.util.ArrayList;
import java.util.List;

/** Compares our EDIFACT schemas with tables that others extracted from the directories. */
final class EdifactReference {

    private final JsonNode messages;
    private final JsonNode segments;
    private final Facts facts;

    EdifactReference(JsonNode messages, JsonNode segments, Facts facts) {
        this.messages = messages;
        this.segments = segments;
        this.facts = facts;
    }

    /** The structure of one directory over the segments of the same or another one. */
    void compare(String message, String structure, String dictionary, SchemaTree ours) {
        var name = message + " " + structure;
        var expected = new ArrayList<String>();
        walk("", messages.path(structure).path(message), expected);
        var actual = ours.structure();
        facts.compare(name + " number of entries", expected.size(), actual.size());
        for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
            facts.compare(name + " entry " + (i + 1), expected.get(i), actual.get(i));
        }
        ours.segments()
                .forEach(
                        (tag, type) -> {
                            var table = segments.path(dictionary).path(tag);
                            boolean service = tag.startsWith("U"); // not in the tables
                            facts.compare(name + " has " + tag, !service, table.isArray());
                            if (table.isArray()) {
                                segment(dictionary + " " + tag, table, type.getReferences());
                            }
                        });
    }

    private void walk(String path, JsonNode children, List<String> lines) {
        for (var entry : children) {
            int min = entry.path("min").asInt();
            int max = entry.path("max").asInt();
            if (entry.has("group")) {
                var group = path + entry.path("group").asText() + "/";
                lines.add(SchemaTree.line(group, min, max));
                walk(group, entry.path("children"), lines);
            } else if (!List.of("UNH", "UNT").contains(entry.path("seg").asText())) {
                lines.add(SchemaTree.line(path + entry.path("seg").asText(), min, max));
            }
        }
    }

    /** A component or element is [name, status, length or [min, max], kind]. */
    private void segment(String where, JsonNode table, List<EDIReference> ours) {
        facts.compare(where + " elements", table.size(), ours.size());
        for (int i = 0; i < Math.min(table.size(), ours.size()); i++) {
            var entry = table.get(i);
            var at = where + "-" + (i + 1);
            boolean mandatory = entry.path(1).asText().equals("M");
            facts.compare(at + " requirement", mandatory, ours.get(i).getMinOccurs() > 0);
            facts.compare(at + " repeats", 1, ours.get(i).getMaxOccurs());
            var type = ours.get(i).getReferencedType();
            if (type instanceof EDISimpleType simple) {
                facts.compare(at, element(entry), SchemaTree.element(simple));
            } else {
                facts.compare(at, number(entry), type.getCode());
                segment(at, entry.path(2), ((EDIComplexType) type).getReferences());
            }
        }
    }

    private static String element(JsonNode entry) {
        var length = entry.path(2);
        int min = length.isArray() ? length.get(0).asInt() : 1;
        int max = length.isArray() ? length.get(1).asInt() : length.asInt();
        var kind = entry.path(3).asText().equals("N") ? "R" : entry.path(3).asText();
        return "%s %s %d/%d".formatted(number(entry), kind, min, max);
    }

    /** {@code C208#2.7402#1} is 7402. */
    private static String number(JsonNode entry) {
        var name = entry.path(0).asText();
        return name.substring(name.lastIndexOf('.') + 1).replaceFirst("#.*", "");
    }
}
