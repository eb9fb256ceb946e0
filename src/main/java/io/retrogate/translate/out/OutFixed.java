package io.retrogate.translate.out;

import io.retrogate.translate.tree.Path;
import org.jspecify.annotations.Nullable;

/**
 * Writes what no member of the message says: a fixed value, or how often something stands here.
 *
 * @param counted null: {@code text} is written
 */
record OutFixed(Path to, DraftConditions when, @Nullable Path counted, String text)
        implements OutRule {

    @Override
    public boolean render(MessagePart part, DraftPlace here, Rendering rendering) {
        if (!when.hold(here, rendering)) {
            return false;
        }
        var path = counted;
        return OutValue.write(to, path == null ? text : count(path, here), here);
    }

    private static String count(Path path, DraftPlace here) {
        var found =
                path.segment() == null
                        ? DraftWalk.loops(path, here.loop())
                        : DraftWalk.segments(path, here.loop());
        return Long.toString(found.count());
    }
}
