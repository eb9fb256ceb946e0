package io.retrogate.translate;

import io.xlate.edi.schema.EDIComplexType;
import io.xlate.edi.schema.EDIReference;
import io.xlate.edi.schema.EDISimpleType;
import io.xlate.edi.schema.EDIType;
import java.util.List;

/** The elements of a segment, in their order. */
record SegmentDefinition(String tag, List<Element> elements) {

    /**
     * @param lengths one entry for each component; a simple element has one
     */
    record Element(boolean composite, List<Long> lengths) {

        /** 0 for a simple element. */
        int components() {
            return composite ? lengths.size() : 0;
        }
    }

    static SegmentDefinition of(EDIComplexType segment) {
        return new SegmentDefinition(
                segment.getId(),
                segment.getReferences().stream()
                        .map(EDIReference::getReferencedType)
                        .map(SegmentDefinition::element)
                        .toList());
    }

    private static Element element(EDIType type) {
        if (type.isType(EDIType.Type.COMPOSITE)) {
            return new Element(
                    true,
                    ((EDIComplexType) type)
                            .getReferences().stream()
                                    .map(EDIReference::getReferencedType)
                                    .map(part -> ((EDISimpleType) part).getMaxLength())
                                    .toList());
        }
        return new Element(false, List.of(((EDISimpleType) type).getMaxLength()));
    }

    /** The longest value that may stand there; the component counts from 1, or is 0. */
    int maxLength(int element, int component) {
        var lengths = elements.get(element - 1).lengths();
        return Math.toIntExact(lengths.get(Math.max(0, component - 1)));
    }
}
