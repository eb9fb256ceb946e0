package io.retrogate.translate;

import io.xlate.edi.schema.EDIComplexType;
import io.xlate.edi.schema.EDIReference;
import io.xlate.edi.schema.EDIType;
import java.util.List;

/**
 * How many elements a segment has, and of how many components each consists (0: simple).
 *
 * @param components one entry for each element
 */
record SegmentDefinition(String tag, List<Integer> components) {

    static SegmentDefinition of(EDIComplexType segment) {
        return new SegmentDefinition(
                segment.getId(),
                segment.getReferences().stream()
                        .map(EDIReference::getReferencedType)
                        .map(SegmentDefinition::componentsOf)
                        .toList());
    }

    private static int componentsOf(EDIType element) {
        return element.isType(EDIType.Type.COMPOSITE)
                ? ((EDIComplexType) element).getReferences().size()
                : 0;
    }
}
