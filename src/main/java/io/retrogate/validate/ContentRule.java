package io.retrogate.validate;

import io.retrogate.edi.Finding;
import java.util.Set;
import java.util.function.Consumer;

/** What must hold between the segments of one transaction set, or within one by its meaning. */
interface ContentRule {

    /** The segments it wants to see. */
    Set<String> tags();

    /** Begins with a new transaction set. */
    Check begin(Consumer<Finding> findings);

    /** A rule while one transaction set goes by. */
    interface Check {

        void take(Elements segment);

        /** There are no more segments. */
        default void end() {}
    }
}
