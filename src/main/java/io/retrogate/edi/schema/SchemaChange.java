package io.retrogate.edi.schema;

import java.util.List;

/**
 * Where one partner's messages may be more than the standard allows.
 *
 * @param place a segment or loop by the tags on the way to it ({@code BLI/N1}), or the tag of the
 *     segment whose element is meant
 * @param element 0 for the segment itself
 * @param component 0 for a plain element
 * @param after path behind which an extra segment stands; empty for one that the message has
 * @param max how often it may come, or how long it may be; 0 if that stays
 * @param codes that a closed list has besides its own
 */
public record SchemaChange(
        String place, int element, int component, String after, int max, List<String> codes) {

    public SchemaChange {
        codes = List.copyOf(codes);
    }

    /** A change of what is not there. */
    public static final class Impossible extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient List<String> known;

        /**
         * @param known what could have been meant
         */
        public Impossible(String message, java.util.Collection<String> known) {
            super(message);
            this.known = List.copyOf(known);
        }

        public List<String> known() {
            return known;
        }
    }
}
