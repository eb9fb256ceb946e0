package io.retrogate.validate;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Values that were passed, remembered by where they stand; cut out only if somebody asks. */
final class SeenValues {

    private byte[][] texts = new byte[8][];
    private int[] starts = new int[8];
    private int[] ends = new int[8];
    private int size;

    /** An empty one is none. */
    void add(byte[] text, int from, int to) {
        if (from == to) {
            return;
        }
        if (size == starts.length) {
            texts = Arrays.copyOf(texts, 2 * size);
            starts = Arrays.copyOf(starts, 2 * size);
            ends = Arrays.copyOf(ends, 2 * size);
        }
        texts[size] = text;
        starts[size] = from;
        ends[size++] = to;
    }

    /** Counting each as often as it came. */
    int size() {
        return size;
    }

    /**
     * How many different ones there are.
     *
     * @param reading the elements that they were in, which know how to read them
     */
    int different(Elements reading) {
        Set<String> values = new HashSet<>();
        for (int i = 0; i < size; i++) {
            values.add(reading.value(texts[i], starts[i], ends[i]));
        }
        values.remove("");
        return values.size();
    }

    void clear() {
        size = 0;
    }
}
