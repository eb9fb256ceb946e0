package io.retrogate.translate.out;

import io.retrogate.translate.tree.Path;
import org.jspecify.annotations.Nullable;

/**
 * Writes a value into every segment of its kind that is there and has none.
 *
 * @param beside an element of the same segment that has to be there; null: none
 */
record OutFill(Path to, @Nullable Path beside, DraftConditions when, String text)
        implements OutRule {

    @Override
    public boolean render(MessagePart part, DraftPlace here, Rendering rendering) {
        if (!when.hold(here, rendering)) {
            return false;
        }
        var element = to.element();
        DraftWalk.segments(to, here.loop())
                .filter(it -> it.value(element.position(), element.component()).isEmpty())
                .filter(it -> stands(beside, it))
                .forEach(it -> it.set(element.position(), element.component(), text));
        return false;
    }

    static boolean stands(@Nullable Path beside, DraftSegment segment) {
        return beside == null
                || !segment.value(beside.element().position(), beside.element().component())
                        .isEmpty();
    }
}
