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
    private final LookAhead ahead;
    private final TransactionDraft draft;
    private final Repertoire repertoire;

    Glance(FastLane lane, LookAhead ahead, TransactionDraft draft, Repertoire repertoire) {
        this.lane = lane;
        this.ahead = ahead;
        this.draft = draft;
        this.repertoire = repertoire;
    }

    /** Whether the set was passed over. */
    boolean over(Schema schema, SegmentReader reader) throws IOException {
        var plan = lane.plan(schema, draft.type.standard());
        if (plan.isEmpty()) {
            return false;
        }
        var certainty =
                new Certainty(
                        plan.get(), repertoire, draft.content.rules(), draft.content.delimiters());
        var known = ahead.at(draft.header, certainty, reader);
        return known == null ? look(certainty, reader) : take(known, reader);
    }

    private boolean look(Certainty certainty, SegmentReader reader) throws IOException {
        var index = lane.index();
        try {
            return reader.index(index, draft.header, certainty.plan().trailer())
                    && isRight(certainty, index)
                    && take(index, reader);
        } finally {
            lane.giveBack(index);
        }
    }

    private boolean isRight(Certainty certainty, TransactionIndex index) {
        if (!certainty.plan().surelyValid(index)) {
            // Read segment by segment it is the same set, so nobody has to index it again.
            draft.word = FastLane.Word.DOUBTFUL;
            return false;
        }
        return certainty.ofEnds(index);
    }

    private boolean take(TransactionIndex index, SegmentReader reader) {
        if (!isLeftAlone()) {
            return false;
        }
        draft.content.takeAll(index, draft.header.ordinal(), reader.start());
        draft.findings.addAll(draft.content.end());
        draft.segments = index.segments();
        draft.end = reader.pass(index);
        return true;
    }

    /** Of a set of which there is nothing to say. */
    private boolean take(LookAhead.Sure known, SegmentReader reader) {
        if (!isLeftAlone()) {
            return false;
        }
        draft.segments = known.segments();
        draft.end = reader.passTo(known.end(), known.segments());
        return true;
    }

    /** Whether StAEDI need not see it. */
    private boolean isLeftAlone() {
        var word = lane.sureOfOne();
        draft.word = word;
        return word != FastLane.Word.SHADOWED;
    }
}
