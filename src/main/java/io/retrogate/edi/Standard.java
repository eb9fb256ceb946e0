package io.retrogate.edi;

/** The two families of documents that returns travel in. */
public enum Standard {
    X12,
    EDIFACT
}
