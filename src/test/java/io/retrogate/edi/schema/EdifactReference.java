package io.retrogate.edi.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.xlate.edi.schema.EDIComplexType;
import io.xlate.edi.schema.EDIReference;
import io.xlate.edi.schema.EDISimpleType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
        var name = message + " " + structure + " over " + dictionary;
        var expected = new ArrayList<String>();
        walk("", messages.path(structure).path(message), expected);
        var actual = ours.structure();
        facts.compare(name + " number of entries", expected.size(), actual.size());
        for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
            facts.compare(name + " entry " + (i + 1), expected.get(i), actual.get(i));
        }
        ours.segments()
                .forEach((tag, type) -> segment(dictionary, tag, flat(type.getReferences())));
    }

    private void segment(String dictionary, String tag, Map<String, Object> ours) {
        var where = dictionary + " " + tag;
        if (tag.startsWith("U")) {
            return; // service segments are not in the tables
        }
        if (!segments.has(dictionary)) {
            between(where, tag, ours);
        } else if (!segments.path(dictionary).has(tag)) {
            facts.missing(where);
        } else {
            flat(segments.path(dictionary).path(tag))
                    .forEach((at, fact) -> facts.compare(where + at, fact, ours.get(at)));
        }
    }

    /** No table has D.97B: all of it must be as in D.96A before or as in D.01B after it. */
    private void between(String where, String tag, Map<String, Object> ours) {
        var before = flat(segments.path("D96A").path(tag));
        var after = flat(segments.path("D01B").path(tag));
        ours.forEach(
                (at, fact) -> {
                    var near = fact.equals(after.get(at)) ? after : before;
                    facts.compare(where + at, near.get(at), fact);
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
    private static Map<String, Object> flat(JsonNode table) {
        var all = new LinkedHashMap<String, Object>();
        all.put(" elements", table.size());
        for (int i = 0; i < table.size(); i++) {
            var entry = table.get(i);
            var at = "-" + (i + 1);
            boolean composite = entry.path(2).path(0).isArray();
            all.put(at, composite ? number(entry) : element(entry));
            all.put(at + " requirement", entry.path(1).asText().equals("M"));
            all.put(at + " repeats", 1);
            if (composite) {
                flat(entry.path(2)).forEach((below, fact) -> all.put(at + below, fact));
            }
        }
        return all;
    }

    private static Map<String, Object> flat(List<EDIReference> ours) {
        var all = new LinkedHashMap<String, Object>();
        all.put(" elements", ours.size());
        for (int i = 0; i < ours.size(); i++) {
            var reference = ours.get(i);
            var type = reference.getReferencedType();
            var at = "-" + (i + 1);
            var simple = type instanceof EDISimpleType element ? element : null;
            all.put(at, simple == null ? type.getCode() : SchemaTree.element(simple));
            all.put(at + " requirement", reference.getMinOccurs() > 0);
            all.put(at + " repeats", reference.getMaxOccurs());
            if (type instanceof EDIComplexType composite) {
                flat(composite.getReferences()).forEach((below, fact) -> all.put(at + below, fact));
            }
        }
        return all;
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
