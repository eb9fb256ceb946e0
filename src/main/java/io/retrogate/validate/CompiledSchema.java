package io.retrogate.validate;

import io.retrogate.edi.lane.TransactionIndex;
import java.util.List;

/**
 * One schema, compiled for speed. It only ever says that a transaction set is surely valid;
 * whatever it doubts, StAEDI judges. That it never says more than StAEDI does is tested on mutants.
 */
final class CompiledSchema {

    private final SegmentRule header;
    private final int trailer;
    private final OrderNode order;

    CompiledSchema(SegmentRule header, int trailer, List<OrderNode> order) {
        this.header = header;
        this.trailer = trailer;
        this.order = new OrderNode(0, 1, 1, header, order);
    }

    /** The trailer's tag, packed. */
    int trailer() {
        return trailer;
    }

    /** The set from its header to its trailer; both are judged elsewhere but for their shape. */
    boolean surelyValid(TransactionIndex index) {
        int last = index.segments() - 1;
        if (last < 1 || index.tag(last) != trailer || !header.surely(index, 0)) {
            return false;
        }
        var walk = new OrderWalk(order);
        for (int i = 1; i < last; i++) {
            if (!walk.take(index, i)) {
                return false;
            }
        }
        return walk.complete();
    }
}
