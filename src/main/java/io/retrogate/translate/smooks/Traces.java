package io.retrogate.translate.smooks;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where the values of one document stand. A value is known by being the very same object: what
 * Smooks hands through unchanged keeps its place, a copy or another spelling loses it.
 */
public final class Traces {

    /**
     * Where a value stands.
     *
     * @param segment from 1 at ST or UNH
     * @param component 0 in an element that is no composite
     */
    public record Place(int segment, String tag, int element, int component) {}

    private final Map<String, Place> places = new IdentityHashMap<>();
    private final Map<Integer, String> tags = new HashMap<>();

    void note(String value, Place place) {
        places.put(value, place);
        tags.put(place.segment(), place.tag());
    }

    /** Empty if the value is none of the document's own. */
    public Optional<Place> of(Object value) {
        return value instanceof String text
                ? Optional.ofNullable(places.get(text))
                : Optional.empty();
    }

    /** The segment as a whole; its tag is empty if there is no such segment. */
    public Place segment(int ordinal) {
        return new Place(ordinal, tags.getOrDefault(ordinal, ""), 0, 0);
    }
}
