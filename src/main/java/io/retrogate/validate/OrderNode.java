package io.retrogate.validate;

import java.util.List;

/** A segment or a loop at its place in a transaction set. */
final class OrderNode {

    private final int tag;
    private final int min;
    private final int max;
    private final SegmentRule rule;
    private final OrderNode[] children;

    /**
     * @param tag of the segment, or of the loop's first, packed
     * @param rule of that segment
     * @param children of a loop, its first segment among them; empty for a segment
     */
    OrderNode(int tag, int min, int max, SegmentRule rule, List<OrderNode> children) {
        this.tag = tag;
        this.min = min;
        this.max = max;
        this.rule = rule;
        this.children = children.toArray(OrderNode[]::new);
    }

    int tag() {
        return tag;
    }

    int min() {
        return min;
    }

    int max() {
        return max;
    }

    SegmentRule rule() {
        return rule;
    }

    boolean isLoop() {
        return children.length > 0;
    }

    int size() {
        return children.length;
    }

    OrderNode child(int at) {
        return children[at];
    }
}
