package io.retrogate.validate;

import io.retrogate.edi.lane.TransactionIndex;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Walks through the order of segments as StAEDI does, forward only: in the open loop first, then in
 * those around it. Where StAEDI would begin to search or to complain, it gives up.
 */
final class OrderWalk {

    /** So many rules are kept in mind, and so many bits of a tag tell where. */
    private static final int HELD = 64;

    private static final int SHIFT = Integer.SIZE - 6;

    /** The loops that are open, the set itself first. */
    private OrderNode[] open = new OrderNode[8];

    /** The child of each that came last, and how often it came. */
    private int[] children = new int[8];

    private int[] counts = new int[8];
    private int depth = 1;

    /** Of rules that were held by a segment: that segment. What is said again is right again. */
    private final @Nullable SegmentRule[] held = new SegmentRule[HELD];

    private final int[] by = new int[HELD];

    OrderWalk(OrderNode transaction) {
        open[0] = transaction;
    }

    /** Whether this segment surely belongs here and is right. */
    boolean take(TransactionIndex index, int segment) {
        int tag = index.tag(segment);
        while (depth > 0) {
            var found = find(depth - 1, tag);
            if (found < 0) {
                return false;
            }
            if (found > 0) {
                var node = open[depth - 1].child(children[depth - 1]);
                if (node.isLoop()) {
                    push(node);
                }
                return isRight(index, segment, tag, node.rule());
            }
            depth--;
        }
        return false;
    }

    private boolean isRight(TransactionIndex index, int segment, int tag, SegmentRule rule) {
        int place = tag * 0x9E3779B1 >>> SHIFT;
        if (held[place] == rule && index.isSame(by[place], segment)) {
            return true;
        }
        boolean right = rule.surely(index, segment);
        if (right) {
            held[place] = rule;
            by[place] = segment;
        }
        return right;
    }

    /** 1 if it is the next here, 0 if it has to be looked for outside, -1 if it is doubtful. */
    private int find(int at, int tag) {
        var within = open[at];
        int count = counts[at];
        for (int child = children[at]; child < within.size(); child++, count = 0) {
            var node = within.child(child);
            boolean opensAgain = at > 0 && child == 0;
            if (node.tag() == tag && !opensAgain) {
                children[at] = child;
                counts[at] = count + 1;
                return count < node.max() ? 1 : -1;
            }
            if (count < node.min()) {
                return -1;
            }
        }
        return 0;
    }

    private void push(OrderNode loop) {
        if (depth == open.length) {
            open = Arrays.copyOf(open, depth * 2);
            children = Arrays.copyOf(children, depth * 2);
            counts = Arrays.copyOf(counts, depth * 2);
        }
        open[depth] = loop;
        children[depth] = 0;
        counts[depth] = 1;
        depth++;
    }

    /** Whether what is missing may be missing. */
    boolean complete() {
        for (int at = 0; at < depth; at++) {
            var within = open[at];
            int count = counts[at];
            for (int child = children[at]; child < within.size(); child++, count = 0) {
                if (count < within.child(child).min()) {
                    return false;
                }
            }
        }
        return true;
    }
}
