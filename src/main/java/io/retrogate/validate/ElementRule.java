package io.retrogate.validate;

import io.retrogate.edi.lane.TransactionIndex;

/** What an element or component of a segment has to be. */
sealed interface ElementRule {

    boolean required();

    /**
     * Whether these bytes, of which there is at least one, surely are right.
     *
     * @param composed whether a component separator or a released character may be among them
     */
    boolean surely(TransactionIndex index, int from, int to, boolean composed);

    /** A simple element without a code list. */
    record Simple(boolean required, ElementShape shape, int min, int max) implements ElementRule {

        @Override
        public boolean surely(TransactionIndex index, int from, int to, boolean composed) {
            return shape.surely(index, from, to, composed, min, max);
        }
    }

    /** A simple element of which all values are known. */
    record Coded(boolean required, int min, int max, CodeSet codes) implements ElementRule {

        @Override
        public boolean surely(TransactionIndex index, int from, int to, boolean composed) {
            return to - from >= min && to - from <= max && codes.holds(index.bytes(), from, to);
        }
    }

    /** Components, and the relations between them. */
    record Composite(boolean required, ElementRules components) implements ElementRule {

        @Override
        public boolean surely(TransactionIndex index, int from, int to, boolean composed) {
            byte[] bytes = index.bytes();
            byte separator = (byte) index.delimiters().component();
            boolean released = index.released();
            byte release = (byte) index.delimiters().release();
            long present = 0;
            int count = 0;
            int start = from;
            for (int i = from; i <= to; i++) {
                if (i < to && released && bytes[i] == release) {
                    i++;
                } else if (i >= to || bytes[i] == separator) {
                    if (count == components.size()) {
                        return false;
                    }
                    var rule = components.at(count);
                    if (i > start) {
                        if (!rule.surely(index, start, i, released)) {
                            return false;
                        }
                        present |= 1L << count;
                    } else if (rule.required()) {
                        return false;
                    }
                    count++;
                    start = i + 1;
                }
            }
            return present != 0 && components.complete(count, present);
        }
    }
}
