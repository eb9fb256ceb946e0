package io.retrogate.translate.tree;

import io.xlate.edi.schema.EDIComplexType;
import io.xlate.edi.schema.EDIReference;
import io.xlate.edi.schema.EDISimpleType;
import io.xlate.edi.schema.EDIType;
import java.util.List;

/** The elements of a segment, in their order. */
public record SegmentDefinition(String tag, List<Element> elements) {

    /**
     * @param lengths one entry for each component; a simple element has one
     * @param types like lengths
     */
    record Element(boolean composite, List<Long> lengths, List<Type> types) {

        /** 0 for a simple element. */
        int components() {
            return composite ? lengths.size() : 0;
        }
    }

    /**
     * What a value is made of.
     *
     * @param scale decimals that are implied (X12 type Nn)
     */
    public record Type(EDISimpleType.Base base, int scale) {

        static Type of(EDIType part) {
            var simple = (EDISimpleType) part;
            var scale = simple.getScale();
            return new Type(simple.getBase(), scale == null ? 0 : scale);
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
        boolean composite = type.isType(EDIType.Type.COMPOSITE);
        var parts =
                composite
                        ? ((EDIComplexType) type)
                                .getReferences().stream()
                                        .map(EDIReference::getReferencedType)
                                        .toList()
                        : List.of(type);
        return new Element(
                composite,
                parts.stream().map(part -> ((EDISimpleType) part).getMaxLength()).toList(),
                parts.stream().map(Type::of).toList());
    }

    /** The type of what may stand there; the component counts from 1, or is 0. */
    public Type type(int element, int component) {
        return elements.get(element - 1).types().get(Math.max(0, component - 1));
    }

    /** The longest value that may stand there; the component counts from 1, or is 0. */
    public int maxLength(int element, int component) {
        var lengths = elements.get(element - 1).lengths();
        return Math.toIntExact(lengths.get(Math.max(0, component - 1)));
    }
}
