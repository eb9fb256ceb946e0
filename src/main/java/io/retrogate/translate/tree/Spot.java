package io.retrogate.translate.tree;

import org.jspecify.annotations.Nullable;

/**
 * A place in a document: where a rule stands, and what a path leads to.
 *
 * @param segment the one segment meant, null if the loop as a whole is meant
 * @param element 0 if the segment as a whole is meant
 * @param ordinal which one this is of those that the same rule has met, from 1
 */
public record Spot(Loop loop, @Nullable Segment segment, int element, int component, int ordinal) {

    public static Spot of(Loop loop) {
        return new Spot(loop, null, 0, 0, 1);
    }

    public Spot numbered(int number) {
        return new Spot(loop, segment, element, component, number);
    }

    /** The segment meant, or the one that opens the loop. */
    public Segment at() {
        return segment == null ? loop.trigger() : segment;
    }

    /** Empty if there is nothing. */
    public String text() {
        return element == 0 ? "" : at().value(element, component);
    }
}
