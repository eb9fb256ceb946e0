package io.retrogate.translate.plan;

/** Which segments of an item that is like another one say letter by letter what the other says. */
final class PlanSame {

    private final Column same = new Column();
    private int differing;

    void clear() {
        differing = 0;
    }

    /**
     * @param place of the segment in the item, from 0
     */
    void add(int place, int tag, boolean isSame) {
        same.set(place, isSame ? 1 : 0);
        differing |= isSame ? 0 : PlanLoops.bit(tag);
    }

    /**
     * Whether what was made of a value holds for the other item, too.
     *
     * @param place of the segment where it stands in its item
     * @param beside the bits of the segments that were looked at besides
     */
    boolean holds(int place, int beside) {
        return same.get(place) == 1 && (beside & differing) == 0;
    }
}
