package io.retrogate.translate.out;

import org.jspecify.annotations.Nullable;

/**
 * Where in a document a rule writes.
 *
 * @param segment the one segment meant, null if the loop as a whole is meant
 * @param element from which {@code @0} counts; 0 outside of such a rule
 */
record DraftPlace(DraftLoop loop, @Nullable DraftSegment segment, int element) {

    static DraftPlace of(DraftLoop loop) {
        return new DraftPlace(loop, null, 0);
    }
}
