package io.retrogate.translate.plan;

import io.retrogate.edi.lane.TransactionIndex;
import io.retrogate.translate.tree.LoopReader;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The loops of one document as numbers over its index: what {@link LoopReader} makes of a document
 * in which every segment has its place. The loop 0 is the whole.
 */
final class PlanLoops {

    static final int NONE = -1;

    /** Ids of hierarchical loops above this are left to the reference lane. */
    private static final int LARGEST_ID = 1_000_000;

    private static final int LAYOUT = 0;
    private static final int PARENT = 1;
    private static final int ABOVE = 2;
    private static final int NEXT = 3;
    private static final int FIRST_INNER = 4;
    private static final int LAST_INNER = 5;
    private static final int NEXT_BELOW = 6;
    private static final int FIRST_BELOW = 7;
    private static final int LAST_BELOW = 8;
    private static final int FIRST_SEGMENT = 9;
    private static final int LAST_SEGMENT = 10;
    private static final int TAGS_SEEN = 11;
    private static final int STEPS_KNOWN = 12;
    private static final int STEPS_FIT = 13;
    private static final int END = 14;

    private static final int TAG = 0;
    private static final int NEXT_SEGMENT = 1;
    private static final int QUALIFIER = 2;

    private final Rows loops = new Rows(16);
    private final Rows segments = new Rows(4);
    private final Column byId = new Column();
    private final Column ids = new Column();
    private TransactionIndex index = new TransactionIndex();
    private int idCount;

    private @Nullable PlanLayout[] openLayout = new PlanLayout[16];
    private final Column openLoop = new Column();
    private final Column openItem = new Column();
    private final Column openCount = new Column();
    private int depth;

    /** False if a segment has no place ahead, or names a parent that is not there. */
    boolean read(TransactionIndex document, PlanLayout root) {
        index = document;
        forgetIds();
        loops.clear();
        segments.clear();
        depth = 0;
        push(root, loop(root, NONE), 0);
        int last = index.segments() - 1;
        for (int at = 0; at <= last; at++) {
            int packed = index.tag(at);
            segments.add();
            segments.set(at, TAG, packed);
            if (at == 0 || at == last) {
                add(0, at, packed);
            } else if (!place(at, packed)) {
                return false;
            }
        }
        close(0, last);
        return true;
    }

    /** Closes the open loops from this depth on, before this segment. */
    private void close(int from, int segment) {
        for (int at = from; at < depth; at++) {
            loops.set(openLoop.get(at), END, segment);
        }
        depth = from;
    }

    private void forgetIds() {
        for (int at = 0; at < idCount; at++) {
            byId.set(ids.get(at), 0);
        }
        idCount = 0;
    }

    private boolean place(int segment, int packed) {
        for (int at = depth - 1; at >= 0; at--) {
            var open = openLayout[at];
            if (open == null) {
                return false;
            }
            int from = openItem.get(at);
            int item = open.find(packed, from, openCount.get(at));
            if (item >= 0) {
                close(at + 1, segment);
                openCount.set(at, item == from ? openCount.get(at) + 1 : 1);
                openItem.set(at, item);
                return enter(open.inner(item), openLoop.get(at), segment, packed);
            }
        }
        return false;
    }

    private boolean enter(@Nullable PlanLayout inner, int owner, int segment, int packed) {
        if (inner == null) {
            add(owner, segment, packed);
            return true;
        }
        int loop = loop(inner, owner);
        add(loop, segment, packed);
        loops.set(owner, TAGS_SEEN, loops.get(owner, TAGS_SEEN) | bit(packed));
        push(inner, loop, 1);
        return !inner.isHierarchical() || hang(loop, segment);
    }

    private void push(PlanLayout inner, int loop, int count) {
        if (depth == openLayout.length) {
            openLayout = Arrays.copyOf(openLayout, depth * 2);
        }
        openLayout[depth] = inner;
        openLoop.set(depth, loop);
        openItem.set(depth, 0);
        openCount.set(depth, count);
        depth++;
    }

    private int loop(PlanLayout of, int owner) {
        int loop = loops.add();
        loops.set(loop, LAYOUT, of.id());
        loops.set(loop, PARENT, owner);
        loops.set(loop, ABOVE, owner);
        loops.set(loop, NEXT, NONE);
        loops.set(loop, NEXT_BELOW, NONE);
        loops.set(loop, FIRST_INNER, NONE);
        loops.set(loop, FIRST_BELOW, NONE);
        loops.set(loop, FIRST_SEGMENT, NONE);
        loops.set(loop, TAGS_SEEN, 0);
        loops.set(loop, STEPS_KNOWN, 0);
        loops.set(loop, STEPS_FIT, 0);
        if (owner != NONE) {
            chain(owner, loop, FIRST_INNER, LAST_INNER, NEXT);
        }
        return loop;
    }

    private void add(int loop, int segment, int packed) {
        segments.set(segment, QUALIFIER, PlanQualifier.first(index, segment));
        segments.set(segment, NEXT_SEGMENT, NONE);
        if (loops.get(loop, FIRST_SEGMENT) == NONE) {
            loops.set(loop, FIRST_SEGMENT, segment);
        } else {
            segments.set(loops.get(loop, LAST_SEGMENT), NEXT_SEGMENT, segment);
        }
        loops.set(loop, LAST_SEGMENT, segment);
        loops.set(loop, TAGS_SEEN, loops.get(loop, TAGS_SEEN) | bit(packed));
    }

    private void chain(int owner, int loop, int first, int last, int following) {
        if (loops.get(owner, first) == NONE) {
            loops.set(owner, first, loop);
        } else {
            loops.set(loops.get(owner, last), following, loop);
        }
        loops.set(owner, last, loop);
    }

    /** Below the loop that it names as its parent. */
    private boolean hang(int loop, int segment) {
        int owner = id(segment, 2);
        if (owner >= 0) {
            int found = owner < byId.capacity() ? byId.get(owner) - 1 : NONE;
            if (found < 0) {
                return false;
            }
            loops.set(loop, ABOVE, found);
            chain(found, loop, FIRST_BELOW, LAST_BELOW, NEXT_BELOW);
        }
        int own = id(segment, 1);
        if (own >= 0 && (own >= byId.capacity() || byId.get(own) == 0)) {
            byId.set(own, loop + 1);
            ids.set(idCount++, own);
        }
        return own > DOUBTFUL && owner > DOUBTFUL;
    }

    private static final int DOUBTFUL = -2;

    /** A number without leading zeros; -1 if there is nothing, -2 if there is something else. */
    private int id(int segment, int element) {
        if (element > index.elements(segment)) {
            return NONE;
        }
        int from = index.start(segment, element);
        int to = index.end(segment, element);
        int number = 0;
        for (int at = from; at < to; at++) {
            int digit = index.at(at) - '0';
            if (digit < 0 || digit > 9 || (number == 0 && at > from)) {
                return DOUBTFUL;
            }
            number = number * 10 + digit;
            if (number > LARGEST_ID) {
                return DOUBTFUL;
            }
        }
        return from == to ? NONE : number;
    }

    /** The one bit of 32 that stands for a tag; several tags share one. */
    static int bit(int packed) {
        return 1 << ((packed * 0x9E3779B1) >>> 27);
    }

    /** The bits of the segments in the loop itself, and of those that open the loops in it. */
    int tagsSeen(int loop) {
        return loops.get(loop, TAGS_SEEN);
    }

    /** Of the steps of which it was found out whether the loop fits them, those that it fits. */
    int stepsFit(int loop) {
        return loops.get(loop, STEPS_FIT);
    }

    int stepsKnown(int loop) {
        return loops.get(loop, STEPS_KNOWN);
    }

    void remember(int loop, int step, boolean fits) {
        loops.set(loop, STEPS_KNOWN, loops.get(loop, STEPS_KNOWN) | step);
        if (fits) {
            loops.set(loop, STEPS_FIT, loops.get(loop, STEPS_FIT) | step);
        }
    }

    int layout(int loop) {
        return loops.get(loop, LAYOUT);
    }

    int parent(int loop) {
        return loops.get(loop, PARENT);
    }

    /** The next loop outwards: the one it names as its parent, or the one it stands in. */
    int above(int loop) {
        return loops.get(loop, ABOVE);
    }

    int firstInner(int loop) {
        return loops.get(loop, FIRST_INNER);
    }

    /** The next in the same loop. */
    int next(int loop) {
        return loops.get(loop, NEXT);
    }

    int firstBelow(int loop) {
        return loops.get(loop, FIRST_BELOW);
    }

    int nextBelow(int loop) {
        return loops.get(loop, NEXT_BELOW);
    }

    /** The one that opens it. */
    int firstSegment(int loop) {
        return loops.get(loop, FIRST_SEGMENT);
    }

    /** The first segment behind the loop and all loops in it. */
    int end(int loop) {
        return loops.get(loop, END);
    }

    /** The next of the same loop. */
    int nextSegment(int segment) {
        return segments.get(segment, NEXT_SEGMENT);
    }

    /** What stands in its first element, as {@link PlanQualifier#first} says it. */
    int qualifier(int segment) {
        return segments.get(segment, QUALIFIER);
    }

    int tag(int segment) {
        return segments.get(segment, TAG);
    }
}
