package io.retrogate.translate.plan;

import io.retrogate.translate.message.Target;

/**
 * The message while it is being written, as numbers: what {@link Target} is for the reference lane.
 * Objects have cells, one for each member, and inner objects that appear once something is in them;
 * a cell holds a value, or the cells or objects of an array. The object 0 is the message.
 */
final class PlanDraft {

    /** A {@link #fillOf} of its own: the cell says which item of its array this is. */
    static final int ORDINAL_OF_ITEM = -2;

    private static final int NONE = -1;

    /* What is known of an object. */
    private static final int FIRST_CELL = 0;
    private static final int LAST_CELL = 1;
    private static final int FIRST_INNER = 2;
    private static final int LAST_INNER = 3;
    private static final int NEXT_OBJECT = 4;
    private static final int OBJECT_KEY = 5;
    private static final int LATE = 6;

    /** A bit for each key that a cell of the object has; several keys share one. */
    private static final int KEYS_SEEN = 7;

    private static final int WRITTEN_AS = 8;

    /* What is known of a cell. */
    private static final int KEY_OF_CELL = 0;
    private static final int KIND_OF_CELL = 1;
    private static final int A_OF_CELL = 2;
    private static final int B_OF_CELL = 3;
    private static final int SEGMENT_OF_CELL = 4;
    private static final int PLACE_OF_CELL = 5;
    private static final int NEXT_CELL = 6;
    private static final int FILL_OF_CELL = 7;

    private final Rows objects = new Rows(16);
    private final Rows cells = new Rows(8);

    void clear() {
        objects.clear();
        cells.clear();
        object();
        free();
    }

    /** A cell of no object, for what is written at once. */
    int spare() {
        return 0;
    }

    /** A new one that belongs nowhere yet. */
    int object() {
        int object = objects.add();
        objects.set(object, FIRST_CELL, NONE);
        objects.set(object, KEYS_SEEN, 0);
        objects.set(object, FIRST_INNER, NONE);
        objects.set(object, NEXT_OBJECT, NONE);
        objects.set(object, LATE, NONE);
        objects.set(object, WRITTEN_AS, NONE);
        return object;
    }

    /** The object that this key leads to, made if need be. */
    int inner(int object, int named) {
        for (int at = objects.get(object, FIRST_INNER);
                at != NONE;
                at = objects.get(at, NEXT_OBJECT)) {
            if (objects.get(at, OBJECT_KEY) == named) {
                return at;
            }
        }
        int made = object();
        objects.set(made, OBJECT_KEY, named);
        if (objects.get(object, FIRST_INNER) == NONE) {
            objects.set(object, FIRST_INNER, made);
        } else {
            objects.set(objects.get(object, LAST_INNER), NEXT_OBJECT, made);
        }
        objects.set(object, LAST_INNER, made);
        return made;
    }

    /** The cell of a member, -1 if there is none; inner objects are not looked at. */
    int cell(int object, int named) {
        if ((objects.get(object, KEYS_SEEN) & 1 << named) == 0) {
            return NONE;
        }
        int at = objects.get(object, FIRST_CELL);
        while (at != NONE && cells.get(at, KEY_OF_CELL) != named) {
            at = cells.get(at, NEXT_CELL);
        }
        return at;
    }

    /** A new member. */
    int add(int object, int named) {
        int cell = free();
        cells.set(cell, KEY_OF_CELL, named);
        objects.set(object, KEYS_SEEN, objects.get(object, KEYS_SEEN) | 1 << named);
        if (objects.get(object, FIRST_CELL) == NONE) {
            objects.set(object, FIRST_CELL, cell);
        } else {
            cells.set(objects.get(object, LAST_CELL), NEXT_CELL, cell);
        }
        objects.set(object, LAST_CELL, cell);
        return cell;
    }

    /** A new member behind the inner objects; one for each object. */
    int addLate(int object, int named) {
        int cell = free();
        cells.set(cell, KEY_OF_CELL, named);
        objects.set(object, LATE, cell);
        return cell;
    }

    /** -1 if there is none. */
    int late(int object) {
        return objects.get(object, LATE);
    }

    /** A new value of an array. */
    int append(int object, int named) {
        int array = array(object, named, PlanCell.VALUES);
        int cell = free();
        if (cells.get(array, A_OF_CELL) == NONE) {
            cells.set(array, A_OF_CELL, cell);
        } else {
            cells.set(cells.get(array, B_OF_CELL), NEXT_CELL, cell);
        }
        cells.set(array, B_OF_CELL, cell);
        return cell;
    }

    /** Appends an object to an array. */
    void append(int object, int named, int item) {
        int array = array(object, named, PlanCell.OBJECTS);
        if (cells.get(array, A_OF_CELL) == NONE) {
            cells.set(array, A_OF_CELL, item);
        } else {
            objects.set(cells.get(array, B_OF_CELL), NEXT_OBJECT, item);
        }
        cells.set(array, B_OF_CELL, item);
    }

    private int array(int object, int named, int of) {
        int found = cell(object, named);
        if (found == NONE) {
            found = add(object, named);
            fill(found, of, NONE, NONE);
        }
        return found;
    }

    /** One that belongs to no object. */
    int free() {
        int cell = cells.add();
        cells.set(cell, NEXT_CELL, NONE);
        cells.set(cell, SEGMENT_OF_CELL, NONE);
        cells.set(cell, KIND_OF_CELL, PlanCell.NOTHING);
        cells.set(cell, FILL_OF_CELL, NONE);
        return cell;
    }

    void fill(int cell, int with, int first, int second) {
        cells.set(cell, KIND_OF_CELL, with);
        cells.set(cell, A_OF_CELL, first);
        cells.set(cell, B_OF_CELL, second);
    }

    /** Where the value of the cell comes from. */
    void source(int cell, int fromSegment, int element, int component) {
        cells.set(cell, SEGMENT_OF_CELL, fromSegment);
        cells.set(cell, PLACE_OF_CELL, element << 8 | component);
    }

    /** Notes how the cell was filled, {@link PlanRun.Fill}. */
    void filledBy(int cell, int fill) {
        cells.set(cell, FILL_OF_CELL, fill);
    }

    /** -1 if that was not noted. */
    int fillOf(int cell) {
        return cells.get(cell, FILL_OF_CELL);
    }

    /** Notes that the object is written already, {@link PlanItems}. */
    void written(int object, int item) {
        objects.set(object, WRITTEN_AS, item);
    }

    /** -1 if it is not written yet. */
    int writtenAs(int object) {
        return objects.get(object, WRITTEN_AS);
    }

    boolean isEmpty(int object) {
        if (objects.get(object, FIRST_CELL) != NONE) {
            return false;
        }
        for (int at = objects.get(object, FIRST_INNER);
                at != NONE;
                at = objects.get(at, NEXT_OBJECT)) {
            if (!isEmpty(at)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the object has this member, as a value or as an object that is not empty. */
    boolean holds(int object, int named) {
        if (cell(object, named) != NONE) {
            return true;
        }
        for (int at = objects.get(object, FIRST_INNER);
                at != NONE;
                at = objects.get(at, NEXT_OBJECT)) {
            if (objects.get(at, OBJECT_KEY) == named) {
                return !isEmpty(at);
            }
        }
        return false;
    }

    int firstCell(int object) {
        return objects.get(object, FIRST_CELL);
    }

    int nextCell(int cell) {
        return cells.get(cell, NEXT_CELL);
    }

    int firstInner(int object) {
        return objects.get(object, FIRST_INNER);
    }

    int nextObject(int object) {
        return objects.get(object, NEXT_OBJECT);
    }

    /** Takes the object behind this one out of its array. */
    void dropNext(int object) {
        objects.set(
                object, NEXT_OBJECT, objects.get(objects.get(object, NEXT_OBJECT), NEXT_OBJECT));
    }

    int objectKey(int object) {
        return objects.get(object, OBJECT_KEY);
    }

    int key(int cell) {
        return cells.get(cell, KEY_OF_CELL);
    }

    int kind(int cell) {
        return cells.get(cell, KIND_OF_CELL);
    }

    int a(int cell) {
        return cells.get(cell, A_OF_CELL);
    }

    int b(int cell) {
        return cells.get(cell, B_OF_CELL);
    }

    /** -1 if the value comes from nowhere in the document. */
    int segment(int cell) {
        return cells.get(cell, SEGMENT_OF_CELL);
    }

    int element(int cell) {
        return cells.get(cell, PLACE_OF_CELL) >> 8;
    }

    int component(int cell) {
        return cells.get(cell, PLACE_OF_CELL) & 0xFF;
    }

    int capacity() {
        return cells.capacity();
    }
}
