package io.retrogate.translate.out;

import io.retrogate.translate.tree.Path;
import org.jspecify.annotations.Nullable;

/**
 * Writes into each segment that is there and has no value the one that stands in its loop.
 *
 * @param beside an element of the same segment that has to be there; null: none
 */
record OutLike(Path to, Path like, @Nullable Path beside, DraftConditions when) implements OutRule {

    @Override
    public boolean render(MessagePart part, DraftPlace here, Rendering rendering) {
        if (!when.hold(here, rendering)) {
            return false;
        }
        DraftWalk.loops(like, here.loop()).forEach(this::fill);
        return false;
    }

    private void fill(DraftLoop loop) {
        var given = like.element();
        var text = loop.trigger().value(given.position(), given.component());
        var inner =
                new Path(
                        to.text(),
                        Path.Start.HERE,
                        to.loops().subList(like.loops().size(), to.loops().size()),
                        to.segment(),
                        to.element());
        var element = to.element();
        DraftWalk.segments(inner, loop)
                .filter(it -> it.value(element.position(), element.component()).isEmpty())
                .filter(it -> OutFill.stands(beside, it))
                .forEach(it -> it.set(element.position(), element.component(), text));
    }
}
