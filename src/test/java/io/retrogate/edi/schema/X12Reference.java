package io.retrogate.edi.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.xlate.edi.schema.EDIComplexType;
import io.xlate.edi.schema.EDISimpleType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** Compares our X12 schemas with tables that others extracted from the standard. */
final class X12Reference {

    private final JsonNode sets;
    private final JsonNode segments;
    private final Facts facts;

    X12Reference(JsonNode sets, JsonNode segments, Facts facts) {
        this.sets = sets;
        this.segments = segments;
        this.facts = facts;
    }

    void compare(String set, String release, SchemaTree ours) {
        var expected = new ArrayList<String>();
        var header = sets.path(release).path(set).path("structure").path(0);
        walk("", header.path("LEVEL"), expected);
        var actual = ours.structure();
        var name = set + " " + release;
        facts.compare(name + " number of entries", expected.size(), actual.size());
        for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
            facts.compare(name + " entry " + (i + 1), expected.get(i), actual.get(i));
        }
        ours.segments().forEach((tag, type) -> segment(release, tag, type));
    }

    private void walk(String path, JsonNode level, List<String> lines) {
        for (var entry : level) {
            var name = entry.path("ID").asText();
            if (name.equals("SE")) {
                continue; // StAEDI has header and trailer of the set in its control schema
            }
            boolean loop = entry.has("LEVEL");
            lines.add(
                    SchemaTree.line(
                            path + name + (loop ? "/" : ""),
                            entry.path("MIN").asInt(),
                            entry.path("MAX").asInt()));
            if (loop) {
                lines.add(path + name + "/" + name + " 1 1");
                walk(path + name + "/", entry.path("LEVEL"), lines);
            }
        }
    }

    private void segment(String release, String tag, EDIComplexType ours) {
        var where = release + " " + tag;
        var reference = segments.path(tag).path("v" + release.substring(2));
        if (reference.isMissingNode()) {
            facts.missing(where);
            return;
        }
        var elements = reference.path("elements");
        facts.compare(where + " elements", elements.size(), ours.getReferences().size());
        for (int i = 0; i < Math.min(elements.size(), ours.getReferences().size()); i++) {
            var at = where + "%02d".formatted(i + 1);
            var element = elements.get(i);
            var ourReference = ours.getReferences().get(i);
            boolean mandatory = element.path("req").asText().equals("M");
            facts.compare(at + " requirement", mandatory, ourReference.getMinOccurs() > 0);
            facts.compare(at + " repeats", 1, ourReference.getMaxOccurs());
            var type = ourReference.getReferencedType();
            facts.compare(
                    at,
                    text(element),
                    type instanceof EDISimpleType simple
                            ? SchemaTree.element(simple)
                            : type.getCode() + " comp");
        }
        var conditions =
                StreamSupport.stream(reference.path("conditions").spliterator(), false)
                        .map(JsonNode::asText)
                        .sorted()
                        .toList();
        facts.compare(where + " conditions", conditions, SchemaTree.conditions(ours));
    }

    private static String text(JsonNode element) {
        var number = element.path("de").asText();
        var kind = element.path("type").asText();
        return kind.equals("comp")
                ? number + " comp"
                : number
                        + " "
                        + kind
                        + " "
                        + element.path("min").asText()
                        + "/"
                        + element.path("max").asText();
    }
}
