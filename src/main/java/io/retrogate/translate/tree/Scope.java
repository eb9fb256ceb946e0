package io.retrogate.translate.tree;

import org.jspecify.annotations.Nullable;

/**
 * What is known, when a mapping is compiled, about where a rule will stand.
 *
 * @param outer the scope around it, null at the top
 * @param segment the segment it stands in, null if in the loop as a whole
 */
public record Scope(
        @Nullable Scope outer, LoopDefinition loop, @Nullable SegmentDefinition segment) {

    public static Scope of(LoopDefinition root) {
        return new Scope(null, root, null);
    }

    LoopDefinition root() {
        var at = this;
        while (at.outer != null) {
            at = at.outer;
        }
        return at.loop;
    }
}
