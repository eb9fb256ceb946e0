package io.retrogate.translate.plan;

import java.util.Arrays;

/**
 * An item of an array as it was written, with holes for what differs in another item of the same
 * likeness: values, how many segments stand before, which item it is.
 */
final class PlanRecipe {

    private static final int VALUE = 0;
    private static final int SEGMENT = 1;
    private static final int ORDINAL = 2;
    private static final int WIDTH = 7;

    private byte[] bytes = new byte[512];
    private int length;
    private int[] holes = new int[64 * WIDTH];
    private int count;
    private PlanRun.Fill[] fills = new PlanRun.Fill[64];
    private int loop;
    private int model;
    private int first;
    private int end;
    private boolean usable;

    /** Begins with an item of this loop, which the draft holds as this object. */
    void begin(PlanRun run, int ofLoop, int object) {
        loop = ofLoop;
        model = object;
        first = run.loops().firstSegment(ofLoop);
        end = run.loops().end(ofLoop);
        count = 0;
        usable = true;
    }

    /** The item is written: these bytes, in which the holes were counted from the same start. */
    void finish(byte[] written, int from, int to) {
        length = to - from;
        if (bytes.length < length) {
            bytes = new byte[Math.max(length, bytes.length * 2)];
        }
        System.arraycopy(written, from, bytes, 0, length);
        for (int i = 0; i < count; i++) {
            holes[i * WIDTH] -= from;
            holes[i * WIDTH + 1] -= from;
        }
    }

    int loop() {
        return loop;
    }

    /** How many segments the loop stands behind the one that was written first. */
    int shift(PlanRun run, int ofLoop) {
        return run.loops().firstSegment(ofLoop) - first;
    }

    /** The object of the draft that was written first. */
    int model() {
        return model;
    }

    boolean isUsable() {
        return usable;
    }

    /** A value stands between these offsets. */
    void value(PlanRun run, int cell, int from, int to) {
        var draft = run.draft();
        int segment = draft.segment(cell);
        int kind = draft.kind(cell);
        int fill = draft.fillOf(cell);
        if (kind == PlanCell.NUMBER) {
            // Any other number counts within the item, and is the same in all that are like it.
            if (fill == PlanDraft.ORDINAL_OF_ITEM) {
                add(ORDINAL, from, to, 0, 0, 0);
            }
            return;
        }
        boolean inside = segment >= first && segment < end;
        if (!inside) {
            // The same for all; but not if it was read with the help of something inside.
            usable &= fill < 0 || run.fill(fill).isAlone();
            draft.filledBy(cell, PlanLoops.NONE);
        } else if (fill < 0) {
            usable = false;
        } else {
            int hole = add(VALUE, from, to, segment, draft.element(cell), draft.component(cell));
            holes[hole * WIDTH + 6] = run.fill(fill).with().beside();
            if (fills.length <= hole) {
                fills = Arrays.copyOf(fills, fills.length * 2);
            }
            fills[hole] = run.fill(fill);
        }
    }

    /** The ordinal of a segment stands between these offsets. */
    void segment(int segment, int from, int to) {
        if (segment >= first && segment < end) {
            add(SEGMENT, from, to, segment, 0, 0);
        }
    }

    /** Whether what stands in the recipe is right for this item as well. */
    private boolean isSame(PlanRun run, int at, int shift, PlanSame same) {
        int segment = holes[at + 3];
        int beside = holes[at + 6];
        return same.holds(segment - first, beside)
                || (beside == 0 && run.index().isSame(segment, segment + shift, holes[at + 4]));
    }

    private int add(int kind, int from, int to, int segment, int element, int component) {
        int hole = count++;
        if (count * WIDTH > holes.length) {
            holes = Arrays.copyOf(holes, holes.length * 2);
        }
        int at = hole * WIDTH;
        holes[at] = from;
        holes[at + 1] = to;
        holes[at + 2] = kind;
        holes[at + 3] = segment;
        holes[at + 4] = element;
        holes[at + 5] = component;
        return hole;
    }

    /**
     * Writes the item of another loop that is alike.
     *
     * @param same which segments say the same in it
     */
    void write(PlanRun run, PlanJson into, int ofLoop, int ordinal, PlanSame same) {
        var out = into.out();
        int shift = shift(run, ofLoop);
        int loopShift = ofLoop - loop;
        long segmentsBefore = run.task().transaction().firstSegment() + shift;
        int done = 0;
        for (int hole = 0; hole < count; hole++) {
            int at = hole * WIDTH;
            if (holes[at + 2] == VALUE && isSame(run, at, shift, same)) {
                continue;
            }
            out.add(bytes, done, holes[at]);
            done = holes[at + 1];
            switch (holes[at + 2]) {
                case SEGMENT -> out.number(segmentsBefore + holes[at + 3]);
                case ORDINAL -> out.number(ordinal);
                default ->
                        into.filled(
                                fills[hole],
                                holes[at + 3] + shift,
                                holes[at + 4],
                                holes[at + 5],
                                shift,
                                loopShift);
            }
        }
        out.add(bytes, done, length);
    }
}
