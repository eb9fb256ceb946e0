package io.retrogate.validate;

import java.util.List;

/**
 * A segment or a loop at its place in a transaction set.
 *
 * @param tag of the segment, or of the loop's first, packed
 * @param rule of that segment
 * @param children of a loop, its first segment among them; empty for a segment
 */
record OrderNode(int tag, int min, int max, SegmentRule rule, List<OrderNode> children) {

    OrderNode {
        children = List.copyOf(children);
    }

    boolean isLoop() {
        return !children.isEmpty();
    }
}
