package io.retrogate.translate.plan;

import io.retrogate.edi.lane.TransactionIndex;
import java.util.Arrays;

/**
 * Whether two loops of a document are alike: the same segments with the same elements in use and
 * the same values wherever values decide. A mapping then does the same with both.
 */
final class PlanLikeness {

    private final PlanMarks marks;

    PlanLikeness(PlanMarks marks) {
        this.marks = marks;
    }

    /**
     * @param same is told which segments of the second say the same
     */
    boolean alike(PlanRun run, int first, int second, PlanSame same) {
        var loops = run.loops();
        int from = loops.firstSegment(first);
        int shift = loops.firstSegment(second) - from;
        int end = loops.end(first);
        if (end + shift != loops.end(second)
                || loops.layout(first) != loops.layout(second)
                || loops.parent(first) != loops.parent(second)
                || loops.above(first) != loops.above(second)
                || loops.firstBelow(first) != PlanLoops.NONE
                || loops.firstBelow(second) != PlanLoops.NONE) {
            return false;
        }
        var index = run.index();
        same.clear();
        for (int segment = from; segment < end; segment++) {
            boolean isSame = index.isSame(segment, segment + shift);
            if (!isSame && !segments(index, segment, segment + shift)) {
                return false;
            }
            same.add(segment - from, index.tag(segment), isSame);
        }
        return true;
    }

    private boolean segments(TransactionIndex index, int one, int other) {
        int tag = index.tag(one);
        int elements = index.elements(one);
        if (tag != index.tag(other) || elements != index.elements(other)) {
            return false;
        }
        int[] marked = marks.components(tag);
        if (elements >= marked.length) {
            return false;
        }
        for (int element = 1; element <= elements; element++) {
            boolean composed = index.isComposed(one, element);
            if (composed != index.isComposed(other, element)
                    || (composed
                            ? !composites(index, one, other, element, marked[element])
                            : !values(
                                    index.bytes(),
                                    index.start(one, element),
                                    index.end(one, element),
                                    index.start(other, element),
                                    index.end(other, element),
                                    (marked[element] & 3) != 0))) {
                return false;
            }
        }
        return true;
    }

    /** Both are used, or neither; blanks around a value, which do not count, make it unlike. */
    private static boolean values(
            byte[] bytes, int from, int to, int otherFrom, int otherTo, boolean marked) {
        if (from == to || otherFrom == otherTo) {
            return from == to && otherFrom == otherTo;
        }
        if (marked) {
            return Arrays.equals(bytes, from, to, bytes, otherFrom, otherTo);
        }
        return bytes[from] != ' '
                && bytes[to - 1] != ' '
                && bytes[otherFrom] != ' '
                && bytes[otherTo - 1] != ' ';
    }

    private static boolean composites(
            TransactionIndex index, int one, int other, int element, int marked) {
        byte[] bytes = index.bytes();
        int from = index.start(one, element);
        int to = index.end(one, element);
        int otherFrom = index.start(other, element);
        int otherTo = index.end(other, element);
        if (index.released()
                && (holdsRelease(index, from, to) || holdsRelease(index, otherFrom, otherTo))) {
            return false;
        }
        byte separator = (byte) index.delimiters().component();
        for (int component = 1; ; component++) {
            int end = next(bytes, from, to, separator);
            int otherEnd = next(bytes, otherFrom, otherTo, separator);
            boolean decides = (marked & (1 << component | 1)) != 0;
            if (!values(bytes, from, end, otherFrom, otherEnd, decides)
                    || (end == to) != (otherEnd == otherTo)) {
                return false;
            }
            if (end == to) {
                return true;
            }
            from = end + 1;
            otherFrom = otherEnd + 1;
        }
    }

    private static boolean holdsRelease(TransactionIndex index, int from, int to) {
        return next(index.bytes(), from, to, (byte) index.delimiters().release()) < to;
    }

    private static int next(byte[] bytes, int from, int to, byte separator) {
        int at = from;
        while (at < to && bytes[at] != separator) {
            at++;
        }
        return at;
    }
}
