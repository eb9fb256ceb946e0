package io.retrogate.translate.plan;

/** What a cell of the draft holds; its two numbers are as said. */
final class PlanCell {

    /** Nothing yet. */
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

    private PlanCell() {}
}
