package io.retrogate.validate;

import io.retrogate.edi.lane.TransactionIndex;
import java.util.Arrays;
import java.util.List;

/**
 * Walks through the order of segments as StAEDI does, forward only: in the open loop first, then in
 * those around it. Where StAEDI would begin to search or to complain, it gives up.
 */
final class OrderWalk {

    private Frame[] open = new Frame[8];
    private int depth = 1;

    OrderWalk(List<OrderNode> transaction) {
        open[0] = new Frame(transaction, 0);
    }

    /** A loop that is open: the child that came last, and how often it came. */
    private static final class Frame {

        private final List<OrderNode> children;
        private int child;
        private int count;

        Frame(List<OrderNode> children, int count) {
            this.children = children;
            this.count = count;
        }

        /** Whether what is missing here may be missing. */
        boolean complete() {
            if (count < children.get(child).min()) {
                return false;
            }
            for (int i = child + 1; i < children.size(); i++) {
                if (children.get(i).min() > 0) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Whether this segment surely belongs here and is right. */
    boolean take(TransactionIndex index, int segment) {
        int tag = index.tag(segment);
        while (depth > 0) {
            var found = find(open[depth - 1], tag, depth > 1);
            if (found < 0) {
                return false;
            }
            if (found > 0) {
                var frame = open[depth - 1];
                var node = frame.children.get(frame.child);
                if (node.isLoop()) {
                    push(new Frame(node.children(), 1));
                }
                return node.rule().surely(index, segment);
            }
            depth--;
        }
        return false;
    }

    /** 1 if it is the next here, 0 if it has to be looked for outside, -1 if it is doubtful. */
    private static int find(Frame frame, int tag, boolean loop) {
        int child = frame.child;
        int count = frame.count;
        for (int size = frame.children.size(); child < size; child++, count = 0) {
            var node = frame.children.get(child);
            boolean opensAgain = loop && child == 0;
            if (node.tag() == tag && !opensAgain) {
                frame.child = child;
                frame.count = count + 1;
                return frame.count <= node.max() ? 1 : -1;
            }
            if (count < node.min()) {
                return -1;
            }
        }
        return 0;
    }

    private void push(Frame frame) {
        if (depth == open.length) {
            open = Arrays.copyOf(open, depth * 2);
        }
        open[depth++] = frame;
    }

    boolean complete() {
        for (int i = 0; i < depth; i++) {
            if (!open[i].complete()) {
                return false;
            }
        }
        return true;
    }
}
