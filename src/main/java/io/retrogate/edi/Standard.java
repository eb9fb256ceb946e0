package io.retrogate.edi;

/** The families of documents that returns travel in. */
public enum Standard {
    X12,
    EDIFACT,
    /** A file without an envelope, in a form agreed with one partner. */
    FILE
}
