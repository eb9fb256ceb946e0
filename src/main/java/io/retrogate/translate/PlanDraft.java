package io.retrogate.translate;

/**
 * The message while it is being written, as numbers: what {@link Target} is for the reference lane.
 * Objects have cells, one for each member, and inner objects that appear once something is in them;
 * a cell holds a value, or the cells or objects of an array. The object 0 is the message.
 */
final class PlanDraft {

    /** What a cell holds; {@code a} and {@code b} are as said. */
    static final int NOTHING = 0;

    /** A text: from and to in the document. */
    static final int TEXT = 1;

    /** A text: from and to in the scratch. */
    static final int MADE = 2;

    /** JSON as it is: from and to in the scratch. */
    static final int JSON = 3;

    /** JSON as it is: the number of a constant. */
    static final int CONSTANT = 4;

    /** A whole number. */
    static final int NUMBER = 5;

    /** First and last cell. */
    static final int VALUES = 6;

    /** First and last object. */
    static final int OBJECTS = 7;

    private static final int NONE = -1;

    private final Column firstCell = new Column();
    private final Column lastCell = new Column();
    private final Column firstInner = new Column();
    private final Column lastInner = new Column();
    private final Column nextObject = new Column();
    private final Column objectKey = new Column();
    private final Column late = new Column();

    /** A bit for each key that a cell of the object has; several keys share one. */
    private final Column keysSeen = new Column();

    private int objects;

    private final Column key = new Column();
    private final Column kind = new Column();
    private final Column a = new Column();
    private final Column b = new Column();
    private final Column segment = new Column();
    private final Column place = new Column();
    private final Column nextCell = new Column();
    private int cells;

    void clear() {
        objects = 0;
        cells = 0;
        object();
    }

    /** A new one that belongs nowhere yet. */
    int object() {
        int object = objects++;
        firstCell.set(object, NONE);
        keysSeen.set(object, 0);
        firstInner.set(object, NONE);
        nextObject.set(object, NONE);
        late.set(object, NONE);
        return object;
    }

    /** The object that this key leads to, made if need be. */
    int inner(int object, int named) {
        for (int at = firstInner.get(object); at != NONE; at = nextObject.get(at)) {
            if (objectKey.get(at) == named) {
                return at;
            }
        }
        int made = object();
        objectKey.set(made, named);
        if (firstInner.get(object) == NONE) {
            firstInner.set(object, made);
        } else {
            nextObject.set(lastInner.get(object), made);
        }
        lastInner.set(object, made);
        return made;
    }

    /** The cell of a member, -1 if there is none; inner objects are not looked at. */
    int cell(int object, int named) {
        if ((keysSeen.get(object) & 1 << named) == 0) {
            return NONE;
        }
        int at = firstCell.get(object);
        while (at != NONE && key.get(at) != named) {
            at = nextCell.get(at);
        }
        return at;
    }

    /** A new member. */
    int add(int object, int named) {
        int cell = free();
        key.set(cell, named);
        keysSeen.set(object, keysSeen.get(object) | 1 << named);
        if (firstCell.get(object) == NONE) {
            firstCell.set(object, cell);
        } else {
            nextCell.set(lastCell.get(object), cell);
        }
        lastCell.set(object, cell);
        return cell;
    }

    /** A new member behind the inner objects; one for each object. */
    int addLate(int object, int named) {
        int cell = free();
        key.set(cell, named);
        late.set(object, cell);
        return cell;
    }

    /** -1 if there is none. */
    int late(int object) {
        return late.get(object);
    }

    /** A new value of an array. */
    int append(int object, int named) {
        int array = array(object, named, VALUES);
        int cell = free();
        if (a.get(array) == NONE) {
            a.set(array, cell);
        } else {
            nextCell.set(b.get(array), cell);
        }
        b.set(array, cell);
        return cell;
    }

    /** Appends an object to an array. */
    void append(int object, int named, int item) {
        int array = array(object, named, OBJECTS);
        if (a.get(array) == NONE) {
            a.set(array, item);
        } else {
            nextObject.set(b.get(array), item);
        }
        b.set(array, item);
    }

    private int array(int object, int named, int of) {
        int found = cell(object, named);
        if (found == NONE) {
            found = add(object, named);
            fill(found, of, NONE, NONE);
        }
        return found;
    }

    private int free() {
        int cell = cells++;
        nextCell.set(cell, NONE);
        segment.set(cell, NONE);
        kind.set(cell, NOTHING);
        return cell;
    }

    void fill(int cell, int with, int first, int second) {
        kind.set(cell, with);
        a.set(cell, first);
        b.set(cell, second);
    }

    /** Where the value of the cell comes from. */
    void source(int cell, int fromSegment, int element, int component) {
        segment.set(cell, fromSegment);
        place.set(cell, element << 8 | component);
    }

    boolean isEmpty(int object) {
        if (firstCell.get(object) != NONE) {
            return false;
        }
        for (int at = firstInner.get(object); at != NONE; at = nextObject.get(at)) {
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
        for (int at = firstInner.get(object); at != NONE; at = nextObject.get(at)) {
            if (objectKey.get(at) == named) {
                return !isEmpty(at);
            }
        }
        return false;
    }

    int firstCell(int object) {
        return firstCell.get(object);
    }

    int nextCell(int cell) {
        return nextCell.get(cell);
    }

    int firstInner(int object) {
        return firstInner.get(object);
    }

    int nextObject(int object) {
        return nextObject.get(object);
    }

    /** Takes the object behind this one out of its array. */
    void dropNext(int object) {
        nextObject.set(object, nextObject.get(nextObject.get(object)));
    }

    int objectKey(int object) {
        return objectKey.get(object);
    }

    int key(int cell) {
        return key.get(cell);
    }

    int kind(int cell) {
        return kind.get(cell);
    }

    int a(int cell) {
        return a.get(cell);
    }

    int b(int cell) {
        return b.get(cell);
    }

    /** -1 if the value comes from nowhere in the document. */
    int segment(int cell) {
        return segment.get(cell);
    }

    int element(int cell) {
        return place.get(cell) >> 8;
    }

    int component(int cell) {
        return place.get(cell) & 0xFF;
    }

    int capacity() {
        return key.capacity();
    }
}
