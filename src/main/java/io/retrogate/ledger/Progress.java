package io.retrogate.ledger;

/**
 * How far a transmission is settled that is settled in instalments: every interchange before this
 * one, and of this one every document up to the ordinal.
 *
 * @param interchange ordinal of the first interchange that is not closed, from 1
 * @param document ordinal of the last document in it that is settled; 0 if none is
 */
public record Progress(int interchange, int document) {

    public static final Progress NONE = new Progress(1, 0);

    public Progress through(int ordinal) {
        return new Progress(interchange, ordinal);
    }

    /** The interchange is closed. */
    public Progress next() {
        return new Progress(interchange + 1, 0);
    }
}
