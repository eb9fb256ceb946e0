package io.retrogate.translate.plan;

import java.util.Arrays;

/** A row of numbers that grows; it is reused, so what was not set may be of an earlier document. */
final class Column {

    private int[] cells = new int[64];

    int get(int at) {
        return cells[at];
    }

    void set(int at, int value) {
        if (at >= cells.length) {
            cells = Arrays.copyOf(cells, Math.max(at + 1, cells.length * 2));
        }
        cells[at] = value;
    }

    int capacity() {
        return cells.length;
    }
}
