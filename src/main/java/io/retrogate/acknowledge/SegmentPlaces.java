package io.retrogate.acknowledge;

import io.retrogate.edi.DocumentProblem;
import io.retrogate.edi.Finding;
import io.retrogate.edi.MessageType;
import io.retrogate.edi.schema.Schemas;
import io.xlate.edi.schema.EDIComplexType;
import io.xlate.edi.schema.EDISyntaxRule;
import io.xlate.edi.schema.EDIType;
import io.xlate.edi.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What the schemas say of where a segment stands, and of what its elements depend on. */
record SegmentPlaces(Schemas schemas) {

    /**
     * The loop that the segment belongs to, by the tag of the loop's first segment; empty if it
     * stands outside of loops, has places in several, or is not in the document at all.
     */
    String loop(MessageType type, String tag) {
        var places = new ArrayList<String>();
        schemas.find(type).ifPresent(schema -> collect(schema.getStandard(), "", tag, places));
        return places.size() == 1 ? places.get(0) : "";
    }

    private static void collect(
            EDIComplexType parent, String loop, String tag, List<String> places) {
        for (var reference : parent.getReferences()) {
            if (reference.getReferencedType() instanceof EDIComplexType part) {
                if (part.getType() == EDIType.Type.LOOP) {
                    collect(part, first(part), tag, places);
                } else if (tag.equals(part.getCode())) {
                    places.add(loop);
                }
            }
        }
    }

    private static String first(EDIComplexType loop) {
        return loop.getReferences().get(0).getReferencedType().getCode();
    }

    /**
     * Position of the element because of which the finding's element must be there or must not; 0
     * if the relations of the segment leave a choice.
     */
    int trigger(MessageType type, Finding finding) {
        int element = finding.position().element();
        if (finding.position().component() > 0) {
            return 0;
        }
        boolean missing = finding.problem() == DocumentProblem.ELEMENT_CONDITIONALLY_MISSING;
        var triggers =
                schemas
                        .find(type)
                        .flatMap(schema -> segment(schema, finding.position().tag()))
                        .map(EDIComplexType::getSyntaxRules)
                        .orElse(List.of())
                        .stream()
                        .filter(rule -> rule.getPositions().contains(element))
                        .flatMapToInt(rule -> triggers(rule, element, missing))
                        .distinct()
                        .toArray();
        return triggers.length == 1 ? triggers[0] : 0;
    }

    private static IntStream triggers(EDISyntaxRule rule, int element, boolean missing) {
        var others =
                rule.getPositions().stream().mapToInt(Integer::intValue).filter(p -> p != element);
        int head = rule.getPositions().get(0);
        return switch (rule.getType()) {
            case PAIRED -> missing ? others : IntStream.empty();
            case CONDITIONAL, LIST ->
                    missing && head != element ? IntStream.of(head) : IntStream.empty();
            case EXCLUSION, SINGLE, FIRSTONLY -> missing ? IntStream.empty() : others;
            case REQUIRED -> IntStream.empty();
        };
    }

    private static Optional<EDIComplexType> segment(Schema schema, String tag) {
        return schema.getType(tag) instanceof EDIComplexType segment
                ? Optional.of(segment)
                : Optional.empty();
    }
}
