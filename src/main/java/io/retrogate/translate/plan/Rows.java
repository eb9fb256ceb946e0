package io.retrogate.translate.plan;

import java.util.Arrays;

/**
 * A table of numbers that grows row by row. It is reused, so a new row may hold numbers of an
 * earlier document until they are set.
 */
final class Rows {

    /** A row has two to the power of this cells: a shift takes less than a multiplication. */
    private final int shift;

    private int[] cells;
    private int count;

    /**
     * @param width of a row, a power of two
     */
    Rows(int width) {
        if (Integer.bitCount(width) != 1) {
            throw new IllegalArgumentException(width + " is no power of two");
        }
        shift = Integer.numberOfTrailingZeros(width);
        cells = new int[64 << shift];
    }

    void clear() {
        count = 0;
    }

    /** The number of a new row. */
    int add() {
        if ((count + 1) << shift > cells.length) {
            cells = Arrays.copyOf(cells, cells.length * 2);
        }
        return count++;
    }

    int get(int row, int column) {
        return cells[(row << shift) + column];
    }

    void set(int row, int column, int value) {
        cells[(row << shift) + column] = value;
    }

    int capacity() {
        return cells.length;
    }
}
