package io.retrogate.validate;

import io.retrogate.edi.Delimiters;
import io.retrogate.edi.lane.TransactionIndex;

/**
 * What makes a set of one kind surely right: its schema, its characters, the rules beyond syntax.
 * It depends on nothing but the set's bytes, so it does not matter who asks, or when.
 */
record Certainty(
        CompiledSchema plan, Repertoire repertoire, CompiledRules rules, Delimiters delimiters) {

    private static final int ST = TransactionIndex.packed("ST");

    /**
     * Whether the trailer counts and its characters are right, in a set that its schema accepts.
     */
    boolean ofEnds(TransactionIndex index) {
        if (!trailer(index)) {
            return false;
        }
        int from = index.start(0, 0);
        int to = index.end(index.segments() - 1, 2);
        return repertoire.countsBytes(index.bytes(), from, to)
                && repertoire.holds(index.bytes(), from, to);
    }

    /** Whether there is surely nothing to be said of the set, from its header to its trailer. */
    boolean ofAll(TransactionIndex index) {
        if (!plan.surelyValid(index) || !ofEnds(index)) {
            return false;
        }
        var walk = rules.begin(delimiters, repertoire.characters());
        walk.takeAll(index, 0, 0);
        return walk.end().isEmpty();
    }

    /** It has the number of its header, letter by letter, and counts right. */
    private static boolean trailer(TransactionIndex index) {
        int last = index.segments() - 1;
        if (index.elements(last) != 2 || count(index, last) != index.segments()) {
            return false;
        }
        int number = index.tag(0) == ST ? 2 : 1;
        int from = index.start(0, number);
        int to = index.end(0, number);
        int shift = index.start(last, 2) - from;
        if (to == from || index.end(last, 2) - shift != to) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (index.at(i) != index.at(i + shift)) {
                return false;
            }
        }
        return true;
    }

    private static int count(TransactionIndex index, int last) {
        int count = 0;
        int from = index.start(last, 1);
        int to = index.end(last, 1);
        if (to - from > 9) {
            return -1;
        }
        for (int i = from; i < to; i++) {
            int digit = index.at(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            count = count * 10 + digit;
        }
        return count;
    }
}
