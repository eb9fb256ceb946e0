package io.retrogate.acknowledge;

import io.retrogate.edi.GroupReport;
import java.util.Optional;

/**
 * A group with the form in which it is answered.
 *
 * @param places what a 999 looks up; empty: a 997 is wanted
 */
record GroupAnswer(GroupReport group, Optional<SegmentPlaces> places) {

    String form() {
        return places.isPresent() ? "999" : "997";
    }

    /** GS08 of the group that carries the answer. */
    String version() {
        return places.isPresent()
                ? ImplementationAcknowledgement.version(group)
                : FunctionalAcknowledgement.version(group);
    }

    void write(Segments segments, int ordinal) {
        if (places.isPresent()) {
            new ImplementationAcknowledgement(group, places.get()).write(segments, ordinal);
        } else {
            new FunctionalAcknowledgement(group).write(segments, ordinal);
        }
    }
}
