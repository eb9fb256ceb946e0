package io.retrogate.edi;

/**
 * Where in an interchange something was found. Every number counts from 1; 0 means "not
 * applicable".
 *
 * @param segment ordinal of the segment within the interchange
 * @param segmentInTransaction ordinal counted from ST or UNH, which is 1 (AK302, UCS 0096)
 * @param tag the segment's tag, empty if unknown
 * @param element position of the data element (AK401)
 * @param component position of the component within a composite
 * @param occurrence which repetition
 * @param offset byte offset of the segment or element from the start of the interchange, -1 if
 *     unknown
 */
public record Position(
        int segment,
        int segmentInTransaction,
        String tag,
        int element,
        int component,
        int occurrence,
        long offset) {

    public static final Position NONE = new Position(0, 0, "", 0, 0, 0, -1);

    /** In the way people of the trade write it: {@code SN1[27]-02.1}. */
    @Override
    public String toString() {
        var text =
                segment == 0 && !tag.isEmpty()
                        ? new StringBuilder(tag)
                        : new StringBuilder(tag.isEmpty() ? "?" : tag)
                                .append('[')
                                .append(segment)
                                .append(']');
        if (element > 0) {
            text.append('-').append(element < 10 ? "0" : "").append(element);
        }
        if (component > 0) {
            text.append('.').append(component);
        }
        return text.toString();
    }
}
