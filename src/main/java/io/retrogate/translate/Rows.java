package io.retrogate.translate;

import java.util.Arrays;

/**
 * A table of numbers that grows row by row. It is reused, so a new row may hold numbers of an
 * earlier document until they are set.
 */
final class Rows {

    private final int width;
    private int[] cells;
    private int count;

    Rows(int width) {
        this.width = width;
        cells = new int[64 * width];
    }

    void clear() {
        count = 0;
    }

    /** The number of a new row. */
    int add() {
        if ((count + 1) * width > cells.length) {
            cells = Arrays.copyOf(cells, cells.length * 2);
        }
        return count++;
    }

    int get(int row, int column) {
        return cells[row * width + column];
    }

    void set(int row, int column, int value) {
        cells[row * width + column] = value;
    }

    int capacity() {
        return cells.length;
    }
}
