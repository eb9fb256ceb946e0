package io.retrogate.translate.plan;

import java.util.Arrays;

/** Numbers for texts, from 0 in the order of their first coming; equal texts have the same. */
final class PlanTexts {

    private static final int FROM = 0;
    private static final int TO = 1;
    private static final int HASH = 2;

    private final PlanScratch texts = new PlanScratch();
    private final Rows rows = new Rows(4);

    /** By hash the number of the text and one; 0 is a free place. Half of the places at most. */
    private int[] places = new int[64];

    private int size;

    void clear() {
        texts.clear();
        rows.clear();
        size = 0;
        Arrays.fill(places, 0);
    }

    int size() {
        return size;
    }

    /** A new number, {@link #size} before it was asked for, if the text is new. */
    int number(byte[] bytes, int from, int to) {
        int hash = hash(bytes, from, to);
        int place = place(hash, bytes, from, to);
        return places[place] == 0 ? add(place, hash, bytes, from, to) : places[place] - 1;
    }

    /** -1 if the text is not there. */
    int find(byte[] bytes, int from, int to) {
        return places[place(hash(bytes, from, to), bytes, from, to)] - 1;
    }

    private int add(int place, int hash, byte[] bytes, int from, int to) {
        int row = rows.add();
        rows.set(row, FROM, texts.size());
        texts.add(bytes, from, to);
        rows.set(row, TO, texts.size());
        rows.set(row, HASH, hash);
        places[place] = row + 1;
        size = row + 1;
        if (size * 2 > places.length) {
            spread();
        }
        return row;
    }

    private void spread() {
        places = new int[places.length * 4];
        for (int row = 0; row < size; row++) {
            int at = start(rows.get(row, HASH));
            while (places[at] != 0) {
                at = at + 1 & places.length - 1;
            }
            places[at] = row + 1;
        }
    }

    /** Where the text is, or would be. */
    private int place(int hash, byte[] bytes, int from, int to) {
        int at = start(hash);
        while (places[at] != 0 && !isText(places[at] - 1, hash, bytes, from, to)) {
            at = at + 1 & places.length - 1;
        }
        return at;
    }

    private int start(int hash) {
        return hash & places.length - 1;
    }

    private boolean isText(int row, int hash, byte[] bytes, int from, int to) {
        return rows.get(row, HASH) == hash
                && Arrays.equals(
                        texts.bytes(), rows.get(row, FROM), rows.get(row, TO), bytes, from, to);
    }

    private static int hash(byte[] bytes, int from, int to) {
        int hash = 1;
        for (int at = from; at < to; at++) {
            hash = 31 * hash + bytes[at];
        }
        return hash ^ hash >>> 16;
    }

    int capacity() {
        return places.length + texts.bytes().length;
    }
}
