package io.retrogate.validate;

import io.retrogate.edi.lane.TransactionIndex;
import io.xlate.edi.schema.Schema;
import java.io.IOException;

/**
 * One look at a whole transaction set, from its header to its trailer. If its syntax is surely
 * right, it is passed over as a whole, and only the rules beyond syntax see its segments; at any
 * doubt nothing has happened, and it is read segment by segment.
 */
final class Glance {

    private final FastLane lane;
    private final Schema schema;
    private final TransactionDraft draft;
    private final Repertoire repertoire;

    Glance(FastLane lane, Schema schema, TransactionDraft draft, Repertoire repertoire) {
        this.lane = lane;
        this.schema = schema;
        this.draft = draft;
        this.repertoire = repertoire;
    }

    /** Whether the set was passed over. */
    boolean over(SegmentReader reader) throws IOException {
        var plan = lane.plan(schema, draft.type.standard());
        if (plan.isEmpty()) {
            return false;
        }
        var index = lane.index();
        try {
            return reader.index(index, draft.header, plan.get().trailer())
                    && isRight(plan.get(), index)
                    && pass(index, reader);
        } finally {
            lane.giveBack(index);
        }
    }

    private boolean isRight(CompiledSchema plan, TransactionIndex index) {
        if (!plan.surelyValid(index)) {
            // Read segment by segment it is the same set, so nobody has to index it again.
            draft.word = FastLane.Word.DOUBTFUL;
            return false;
        }
        int from = index.start(0, 0);
        int to = index.end(index.segments() - 1, 2);
        return trailer(index)
                && repertoire.countsBytes(index.bytes(), from, to)
                && repertoire.holds(index.bytes(), from, to);
    }

    private boolean pass(TransactionIndex index, SegmentReader reader) {
        var word = lane.sureOfOne();
        draft.word = word;
        if (word == FastLane.Word.SHADOWED) {
            return false;
        }
        draft.content.takeAll(index, draft.header.ordinal(), reader.start());
        draft.findings.addAll(draft.content.end());
        draft.segments = index.segments();
        draft.end = reader.pass(index);
        return true;
    }

    /** It has the number of its header, letter by letter, and counts right. */
    private static boolean trailer(TransactionIndex index) {
        int last = index.segments() - 1;
        if (index.elements(last) != 2 || count(index, last) != index.segments()) {
            return false;
        }
        int number = index.tag(0) == ST ? 2 : 1;
        int from = index.start(0, number);
        int to = index.end(0, number);
        int shift = index.start(last, 2) - from;
        if (to == from || index.end(last, 2) - shift != to) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (index.at(i) != index.at(i + shift)) {
                return false;
            }
        }
        return true;
    }

    private static final int ST = TransactionIndex.packed("ST");

    private static int count(TransactionIndex index, int last) {
        int count = 0;
        int from = index.start(last, 1);
        int to = index.end(last, 1);
        if (to - from > 9) {
            return -1;
        }
        for (int i = from; i < to; i++) {
            int digit = index.at(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            count = count * 10 + digit;
        }
        return count;
    }
}
