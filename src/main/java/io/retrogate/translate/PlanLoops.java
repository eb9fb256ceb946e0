package io.retrogate.translate;

import io.retrogate.edi.lane.TransactionIndex;
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

    private final Column layout = new Column();
    private final Column parent = new Column();
    private final Column above = new Column();
    private final Column next = new Column();
    private final Column firstInner = new Column();
    private final Column lastInner = new Column();
    private final Column nextBelow = new Column();
    private final Column firstBelow = new Column();
    private final Column lastBelow = new Column();
    private final Column firstSegment = new Column();
    private final Column lastSegment = new Column();
    private final Column tagsSeen = new Column();
    private final Column stepsKnown = new Column();
    private final Column stepsFit = new Column();
    private final Column tag = new Column();
    private final Column nextSegment = new Column();
    private final Column qualifier = new Column();
    private final Column byId = new Column();
    private final Column ids = new Column();
    private TransactionIndex index = new TransactionIndex();
    private int loops;
    private int idCount;

    private @Nullable PlanLayout[] openLayout = new PlanLayout[16];
    private final Column openLoop = new Column();
    private final Column openItem = new Column();
    private final Column openCount = new Column();
    private int depth;

    /** False if a segment has no place ahead, or names a parent that is not there. */
    boolean read(TransactionIndex segments, PlanLayout root) {
        index = segments;
        forgetIds();
        loops = 0;
        depth = 0;
        push(root, loop(root, NONE), 0);
        int last = index.segments() - 1;
        for (int at = 0; at <= last; at++) {
            int packed = index.tag(at);
            tag.set(at, packed);
            if (at == 0 || at == last) {
                add(0, at, packed);
            } else if (!place(at, packed)) {
                return false;
            }
        }
        return true;
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
                depth = at + 1;
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
        int loop = loops++;
        layout.set(loop, of.id());
        parent.set(loop, owner);
        above.set(loop, owner);
        next.set(loop, NONE);
        nextBelow.set(loop, NONE);
        firstInner.set(loop, NONE);
        firstBelow.set(loop, NONE);
        firstSegment.set(loop, NONE);
        tagsSeen.set(loop, 0);
        stepsKnown.set(loop, 0);
        stepsFit.set(loop, 0);
        if (owner != NONE) {
            link(owner, loop, firstInner, lastInner, next);
        }
        return loop;
    }

    private void add(int loop, int segment, int packed) {
        qualifier.set(segment, PlanQualifier.first(index, segment));
        nextSegment.set(segment, NONE);
        link(loop, segment, firstSegment, lastSegment, nextSegment);
        tagsSeen.set(loop, tagsSeen.get(loop) | bit(packed));
    }

    private static void link(int owner, int one, Column first, Column last, Column following) {
        if (first.get(owner) == NONE) {
            first.set(owner, one);
        } else {
            following.set(last.get(owner), one);
        }
        last.set(owner, one);
    }

    /** Below the loop that it names as its parent. */
    private boolean hang(int loop, int segment) {
        int owner = id(segment, 2);
        if (owner >= 0) {
            int found = owner < byId.capacity() ? byId.get(owner) - 1 : NONE;
            if (found < 0) {
                return false;
            }
            above.set(loop, found);
            link(found, loop, firstBelow, lastBelow, nextBelow);
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

    /** Whether a segment with this tag may stand in the loop itself. */
    boolean mayHold(int loop, int bit) {
        return (tagsSeen.get(loop) & bit) != 0;
    }

    /** Of the steps of which it was found out whether the loop fits them, those that it fits. */
    int stepsFit(int loop) {
        return stepsFit.get(loop);
    }

    int stepsKnown(int loop) {
        return stepsKnown.get(loop);
    }

    void remember(int loop, int step, boolean fits) {
        stepsKnown.set(loop, stepsKnown.get(loop) | step);
        if (fits) {
            stepsFit.set(loop, stepsFit.get(loop) | step);
        }
    }

    int layout(int loop) {
        return layout.get(loop);
    }

    int parent(int loop) {
        return parent.get(loop);
    }

    /** The next loop outwards: the one it names as its parent, or the one it stands in. */
    int above(int loop) {
        return above.get(loop);
    }

    int firstInner(int loop) {
        return firstInner.get(loop);
    }

    /** The next in the same loop. */
    int next(int loop) {
        return next.get(loop);
    }

    int firstBelow(int loop) {
        return firstBelow.get(loop);
    }

    int nextBelow(int loop) {
        return nextBelow.get(loop);
    }

    /** The one that opens it. */
    int firstSegment(int loop) {
        return firstSegment.get(loop);
    }

    /** The next of the same loop. */
    int nextSegment(int segment) {
        return nextSegment.get(segment);
    }

    /** What stands in its first element, as {@link PlanQualifier#first} says it. */
    int qualifier(int segment) {
        return qualifier.get(segment);
    }

    int tag(int segment) {
        return tag.get(segment);
    }
}
