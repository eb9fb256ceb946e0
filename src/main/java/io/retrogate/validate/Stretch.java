package io.retrogate.validate;

import io.retrogate.edi.lane.TransactionIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Some bytes of a block, and what can be said of the sets that seem to start there. */
final class Stretch implements Callable<Stretch> {

    private final Block block;
    private final int from;
    private final int to;
    private final Certainty certainty;
    private final FastLane lane;
    private final byte[] tag;
    private final List<LookAhead.Sure> sure = new ArrayList<>();
    private long until = Long.MAX_VALUE;

    /**
     * @param from in the block's buffer
     * @param to where no set starts any more; one that starts before may end behind
     * @param tag of the sets' header
     */
    Stretch(Block block, int from, int to, Certainty certainty, FastLane lane, byte[] tag) {
        this.block = block;
        this.from = from;
        this.to = to;
        this.certainty = certainty;
        this.lane = lane;
        this.tag = tag;
    }

    /** The sets of which there is nothing to be said, in order. */
    List<LookAhead.Sure> sure() {
        return sure;
    }

    /** Offset of a set that does not end within the block; the largest number if there is none. */
    long until() {
        return until;
    }

    @Override
    public Stretch call() {
        var index = lane.index();
        try {
            int at = header(from);
            while (at < to) {
                at = header(look(index, at));
            }
        } finally {
            lane.giveBack(index);
        }
        return this;
    }

    /** Where to go on behind what seems to start there. */
    private int look(TransactionIndex index, int at) {
        int trailer = certainty.plan().trailer();
        int end = index.readSet(block.buffer(), at, block.to(), certainty.delimiters(), trailer);
        if (end == TransactionIndex.MORE) {
            until = block.offset(at);
            return to;
        }
        if (end == TransactionIndex.DOUBTFUL) {
            return at + 1;
        }
        if (certainty.ofAll(index)) {
            sure.add(new LookAhead.Sure(block.offset(at), block.offset(end), index.segments()));
        }
        return end;
    }

    /** Where the next header seems to start; {@code to} or more if there is none. */
    private int header(int at) {
        int i = at;
        while (i < to && !(opensSegment(i) && hasTag(i))) {
            i++;
        }
        return i;
    }

    /**
     * Not behind a terminator that is data: many of them in one segment would have it read as
     * often.
     */
    private boolean opensSegment(int at) {
        if (at == block.from()) {
            return true;
        }
        int before = block.buffer()[at - 1] & 0xFF;
        return before == '\n'
                || before == '\r'
                || (before == certainty.delimiters().segment() && !isReleased(at - 1));
    }

    private boolean isReleased(int at) {
        char release = certainty.delimiters().release();
        return release != 0 && at > block.from() && (block.buffer()[at - 1] & 0xFF) == release;
    }

    private boolean hasTag(int at) {
        if (at + tag.length >= block.to()) {
            return false;
        }
        for (int i = 0; i < tag.length; i++) {
            if (block.buffer()[at + i] != tag[i]) {
                return false;
            }
        }
        return (block.buffer()[at + tag.length] & 0xFF) == certainty.delimiters().element();
    }
}
