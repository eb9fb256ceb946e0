package io.retrogate.validate;

import io.retrogate.edi.Standard;
import io.retrogate.edi.lane.TransactionIndex;
import io.xlate.edi.schema.EDIComplexType;
import io.xlate.edi.schema.EDIReference;
import io.xlate.edi.schema.EDISimpleType;
import io.xlate.edi.schema.EDISyntaxRule;
import io.xlate.edi.schema.EDIType;
import io.xlate.edi.schema.Schema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compiles a StAEDI schema, which stays the only truth about the document. */
final class SchemaCompiler {

    private static final SegmentRule ST =
            new SegmentRule(List.of(plain(true, 3, 3), plain(true, 4, 9)), List.of());

    /** Versions (0052) and agencies (0051) that StAEDI surely knows; others are left to it. */
    private static final Set<String> VERSIONS = Set.of("D", "2", "3", "4");

    private static final Set<String> AGENCIES = Set.of("UN", "EN");

    /** UNH 0062 and S009; what may follow them is left to StAEDI. */
    private static final SegmentRule UNH =
            new SegmentRule(
                    List.of(
                            plain(true, 1, 14),
                            new ElementRule.Composite(
                                    true,
                                    new ElementRules(
                                            List.of(
                                                    plain(true, 1, 6),
                                                    coded(1, 3, VERSIONS),
                                                    plain(true, 1, 3),
                                                    coded(1, 2, AGENCIES),
                                                    plain(false, 1, 6)),
                                            List.of()))),
                    List.of());

    private final Map<String, SegmentRule> segments = new HashMap<>();

    private SchemaCompiler() {}

    /** Empty if the schema has something that the fast lane does not know. */
    static Optional<CompiledSchema> compile(Schema schema, Standard standard) {
        if (schema.getImplementation() != null) {
            return Optional.empty();
        }
        try {
            var order = new SchemaCompiler().order(schema.getStandard());
            boolean x12 = standard == Standard.X12;
            return Optional.of(
                    new CompiledSchema(
                            x12 ? ST : UNH, TransactionIndex.packed(x12 ? "SE" : "UNT"), order));
        } catch (NotCovered e) {
            return Optional.empty();
        }
    }

    private static final class NotCovered extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotCovered(String what) {
            super(what, null, false, false);
        }
    }

    private static ElementRule plain(boolean required, int min, int max) {
        return new ElementRule.Simple(required, ElementShape.PLAIN, min, max);
    }

    private static ElementRule coded(int min, int max, Set<String> codes) {
        return new ElementRule.Coded(true, min, max, CodeSet.of(codes));
    }

    private static ElementRule text(boolean required, int min, int max) {
        return new ElementRule.Simple(required, ElementShape.TEXT, min, max);
    }

    private List<OrderNode> order(EDIComplexType loop) {
        if (!loop.getSyntaxRules().isEmpty()) {
            throw new NotCovered("relations between segments");
        }
        return loop.getReferences().stream().map(this::node).toList();
    }

    private OrderNode node(EDIReference reference) {
        if (reference.hasVersions()) {
            throw new NotCovered("versions");
        }
        var type = (EDIComplexType) reference.getReferencedType();
        var children = type.isType(EDIType.Type.SEGMENT) ? List.<OrderNode>of() : order(type);
        return new OrderNode(
                children.isEmpty() ? TransactionIndex.packed(type.getId()) : children.get(0).tag(),
                reference.getMinOccurs(),
                reference.getMaxOccurs(),
                children.isEmpty() ? segment(type) : children.get(0).rule(),
                children);
    }

    private SegmentRule segment(EDIComplexType type) {
        var known = segments.get(type.getId());
        if (known == null) {
            known = new SegmentRule(elements(type), relations(type));
            segments.put(type.getId(), known);
        }
        return known;
    }

    private static List<ElementRule> elements(EDIComplexType type) {
        if (type.getReferences().size() > Long.SIZE) {
            throw new NotCovered("more than 64 elements");
        }
        return type.getReferences().stream().map(SchemaCompiler::element).toList();
    }

    private static List<Relation> relations(EDIComplexType type) {
        return type.getSyntaxRules().stream().map(SchemaCompiler::relation).toList();
    }

    private static Relation relation(EDISyntaxRule rule) {
        return Relation.of(rule).orElseThrow(() -> new NotCovered(rule.getType().name()));
    }

    private static ElementRule element(EDIReference reference) {
        if (reference.hasVersions()) {
            throw new NotCovered("versions");
        }
        boolean required = reference.getMinOccurs() > 0;
        if (reference.getReferencedType() instanceof EDIComplexType composite) {
            return new ElementRule.Composite(
                    required, new ElementRules(elements(composite), relations(composite)));
        }
        var type = (EDISimpleType) reference.getReferencedType();
        int min = Math.toIntExact(type.getMinLength());
        int max = Math.toIntExact(type.getMaxLength());
        if (type.hasVersions() || reference.getMinOccurs() > 1) {
            throw new NotCovered("versions or required repetitions");
        }
        return switch (type.getBase()) {
            case STRING, IDENTIFIER ->
                    type.getValueSet().isEmpty()
                            ? text(required, min, max)
                            : new ElementRule.Coded(
                                    required, min, max, CodeSet.of(type.getValueSet()));
            case NUMERIC -> new ElementRule.Simple(required, ElementShape.NUMERIC, min, max);
            case DECIMAL -> new ElementRule.Simple(required, ElementShape.DECIMAL, min, max);
            case DATE -> new ElementRule.Simple(required, ElementShape.DATE, min, max);
            case TIME -> new ElementRule.Simple(required, ElementShape.TIME, min, max);
            case BINARY -> new ElementRule.Simple(required, ElementShape.BINARY, min, max);
        };
    }
}
