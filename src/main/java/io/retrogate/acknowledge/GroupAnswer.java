package io.retrogate.acknowledge;

import io.retrogate.edi.GroupReport;
import java.util.Optional;

/**
 * A group with the form in which it is answered.
 *
 * @param places what a 999 looks up; empty: a 997 is wanted
 */
record GroupAnswer(GroupReport group, Optional<SegmentPlaces> places) implements AnswerSet {

    String form() {
        return places.isPresent() ? "999" : "997";
    }

    @Override
    public String code() {
        return "FA";
    }

    @Override
    public String version() {
        return places.isPresent()
                ? ImplementationAcknowledgement.version(group)
                : FunctionalAcknowledgement.version(group);
    }

    @Override
    public void write(Segments segments, int ordinal, Issue issue) {
        if (places.isPresent()) {
            new ImplementationAcknowledgement(group, places.get()).write(segments, ordinal);
        } else {
            new FunctionalAcknowledgement(group).write(segments, ordinal);
        }
    }
}
