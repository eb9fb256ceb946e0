package io.retrogate.edi.schema;

import java.util.List;
import java.util.regex.Pattern;

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

    private static final Pattern ELEMENT =
            Pattern.compile("([A-Z][A-Z0-9]{1,2})(\\d\\d)(?:\\.(\\d))?");

    public SchemaChange {
        codes = List.copyOf(codes);
    }

    /** More of an element, {@code N104} or {@code NAD02.1}: longer values, further codes. */
    public static SchemaChange element(String place, int maxLength, List<String> codes) {
        var parts = ELEMENT.matcher(place);
        if (!parts.matches()) {
            throw new IllegalArgumentException(place + " is no element");
        }
        int component = parts.group(3) == null ? 0 : Integer.parseInt(parts.group(3));
        return new SchemaChange(
                parts.group(1), Integer.parseInt(parts.group(2)), component, "", maxLength, codes);
    }

    /** A segment more often, or behind another one an extra segment. */
    public static SchemaChange segment(String place, String after, int max) {
        return new SchemaChange(place, 0, 0, after, max, List.of());
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
