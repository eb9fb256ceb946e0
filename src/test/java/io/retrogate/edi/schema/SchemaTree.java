package io.retrogate.edi.schema;

import io.xlate.edi.schema.EDIComplexType;
import io.xlate.edi.schema.EDIReference;
import io.xlate.edi.schema.EDISimpleType;
import io.xlate.edi.schema.EDISyntaxRule;
import io.xlate.edi.schema.EDIType;
import io.xlate.edi.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A StAEDI schema, flattened into lines that can be compared. */
final class SchemaTree {

    /** From here on the standards say that there is no limit. */
    static final int UNBOUNDED = 99_999;

    private final Map<String, EDIComplexType> segments = new LinkedHashMap<>();
    private final Schema schema;

    SchemaTree(Schema schema) {
        this.schema = schema;
    }

    /** Every segment type that the document uses, by tag. */
    Map<String, EDIComplexType> segments() {
        structure();
        return segments;
    }

    /**
     * {@code path min max}, in the order of the standard; a loop's path ends with a slash. Loops
     * are called by their codes (EDIFACT) or, as the reference does, by their first segments (X12).
     */
    List<String> structure() {
        var lines = new ArrayList<String>();
        walk("", body().getReferences(), lines);
        return lines;
    }

    private EDIComplexType body() {
        return schema.getMainLoop();
    }

    private void walk(String path, List<EDIReference> references, List<String> lines) {
        for (var reference : references) {
            var type = (EDIComplexType) reference.getReferencedType();
            boolean loop = type.isType(EDIType.Type.LOOP);
            var name = loop ? loopName(type) : type.getId();
            lines.add(line(path + name + (loop ? "/" : ""), reference));
            if (loop) {
                walk(path + name + "/", type.getReferences(), lines);
            } else {
                segments.put(type.getId(), type);
            }
        }
    }

    private static String loopName(EDIComplexType loop) {
        return loop.getId().startsWith("SG")
                ? loop.getId()
                : loop.getReferences().get(0).getReferencedType().getId();
    }

    static String line(String path, EDIReference reference) {
        return line(path, reference.getMinOccurs(), reference.getMaxOccurs());
    }

    static String line(String path, int min, int max) {
        return path + " " + min + " " + (max >= UNBOUNDED ? "unbounded" : max);
    }

    /** {@code 127 AN 1/30}: number, kind and lengths. */
    static String element(EDISimpleType type) {
        return "%s %s %d/%d"
                .formatted(type.getCode(), kind(type), type.getMinLength(), type.getMaxLength());
    }

    private static String kind(EDISimpleType type) {
        return switch (type.getBase()) {
            case IDENTIFIER -> "ID";
            case STRING -> "AN";
            case DATE -> "DT";
            case TIME -> "TM";
            case DECIMAL -> "R";
            case NUMERIC -> "N" + (type.getScale() == null ? 0 : type.getScale());
            case BINARY -> "B";
        };
    }

    /** {@code P0304}, as X12 writes the relations between elements. */
    static List<String> conditions(EDIComplexType segment) {
        return segment.getSyntaxRules().stream().map(SchemaTree::condition).sorted().toList();
    }

    private static String condition(EDISyntaxRule rule) {
        var text =
                new StringBuilder(rule.getType().name().substring(0, 1).toUpperCase(Locale.ROOT));
        rule.getPositions().forEach(position -> text.append("%02d".formatted(position)));
        return text.toString();
    }
}
