package io.retrogate.translate.tree;

import io.xlate.edi.schema.EDIComplexType;
import io.xlate.edi.schema.EDIReference;
import io.xlate.edi.schema.EDIType;
import io.xlate.edi.schema.Schema;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What may stand where in a loop (X12), a segment group (EDIFACT) or the whole transaction set.
 *
 * @param code as in the schema; the message's name for the whole
 */
public record LoopDefinition(String code, List<Item> items) {

    /** A segment or, where {@code loop} is given, a loop; {@code tag} is then its first segment. */
    public record Item(
            String tag, int max, SegmentDefinition segment, @Nullable LoopDefinition loop) {}

    public static LoopDefinition of(Schema schema, String message) {
        return of(message, schema.getStandard());
    }

    private static LoopDefinition of(String code, EDIComplexType type) {
        return new LoopDefinition(
                code, type.getReferences().stream().map(LoopDefinition::item).toList());
    }

    private static Item item(EDIReference reference) {
        EDIComplexType type = (EDIComplexType) reference.getReferencedType();
        if (type.isType(EDIType.Type.LOOP)) {
            var loop = of(type.getCode(), type);
            return new Item(loop.trigger(), reference.getMaxOccurs(), loop.first().segment(), loop);
        }
        var segment = SegmentDefinition.of(type);
        return new Item(segment.tag(), reference.getMaxOccurs(), segment, null);
    }

    private Item first() {
        return items.get(0);
    }

    /** The segment that opens this loop. */
    public String trigger() {
        return first().tag();
    }

    /** The loops of this name: a loop's code, or the tag of the segment that opens it. */
    List<LoopDefinition> loops(String name) {
        return items.stream()
                .map(Item::loop)
                .filter(java.util.Objects::nonNull)
                .filter(loop -> loop.code().equals(name) || loop.trigger().equals(name))
                .toList();
    }

    /** The segment with this tag that stands in this loop itself. */
    public Optional<SegmentDefinition> segment(String tag) {
        return items.stream()
                .filter(item -> item.loop() == null && item.tag().equals(tag))
                .map(Item::segment)
                .findFirst();
    }

    /** Whatever a path can name here. */
    List<String> names() {
        return items.stream()
                .flatMap(
                        item ->
                                item.loop() == null
                                        ? Stream.of(item.tag())
                                        : Stream.of(item.loop().code(), item.tag()))
                .distinct()
                .toList();
    }
}
