package io.retrogate.translate.plan;

import io.retrogate.translate.tree.Spot;

/**
 * Where a rule stands, as in {@link Spot}.
 *
 * @param segment {@link PlanLoops#NONE} if it stands in the loop as a whole
 */
record PlanSpot(int loop, int segment, int element, int component, int ordinal) {

    static final PlanSpot ROOT = new PlanSpot(0, PlanLoops.NONE, 0, 0, 1);

    /** The same place in a loop that is like this one. */
    PlanSpot shifted(int segments, int loops) {
        return new PlanSpot(
                loop + loops,
                segment == PlanLoops.NONE ? segment : segment + segments,
                element,
                component,
                ordinal);
    }

    /** The segment meant, or the one that opens the loop. */
    int at(PlanLoops loops) {
        return segment == PlanLoops.NONE ? loops.firstSegment(loop) : segment;
    }
}
