package io.retrogate.edi;

/** A stable id that operators look up in {@code src/docs/problems.md}; ids are never reused. */
public interface ProblemCode {

    /** For example {@code DOC-010}. */
    String id();

    /** One sentence: what to do about it. */
    String remedy();

    /** Whether trying the same thing again later can help. */
    Retry retry();

    enum Retry {
        NEVER,
        LATER
    }
}
