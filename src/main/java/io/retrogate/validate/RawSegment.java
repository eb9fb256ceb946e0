package io.retrogate.validate;

import io.retrogate.edi.Delimiters;

/**
 * One segment as it stands in the content.
 *
 * @param text without terminator, one character for each byte
 * @param start byte offset of the tag from the start of the content
 * @param end byte offset just behind the terminator
 * @param ordinal within the interchange, from 1; UNA is not counted
 */
record RawSegment(String text, long start, long end, int ordinal) {

    String tag(Delimiters delimiters) {
        int end = text.indexOf(delimiters.element());
        return end < 0 ? text : text.substring(0, end);
    }

    /** The data element at this position (from 1), empty if it is not there. */
    String element(int position, Delimiters delimiters) {
        return part(position, delimiters).text();
    }

    /** The component, both positions from 1. */
    String component(int position, int component, Delimiters delimiters) {
        return part(position, 1, component, delimiters).text();
    }

    Part part(int position, Delimiters delimiters) {
        return new Part(text, start).cut(position, delimiters.element(), delimiters.release());
    }

    Part part(int position, int occurrence, int component, Delimiters delimiters) {
        char release = delimiters.release();
        var part = part(position, delimiters);
        if (delimiters.repetition() != 0) {
            part = part.cut(occurrence - 1, delimiters.repetition(), release);
        }
        return part.cut(component - 1, delimiters.component(), release);
    }

    /** A piece of the segment and where it starts. */
    record Part(String text, long offset) {

        /** Characters without those that only release others. */
        int length(char release) {
            int length = 0;
            for (int i = 0; i < text.length(); i++) {
                i += release != 0 && text.charAt(i) == release ? 1 : 0;
                length += i < text.length() && Character.isLowSurrogate(text.charAt(i)) ? 0 : 1;
            }
            return length;
        }

        /** The piece with this number, from 0; empty, where this part ends, if it is not there. */
        Part cut(int wanted, char separator, char release) {
            int from = 0;
            int number = 0;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (release != 0 && c == release) {
                    i++;
                } else if (c == separator) {
                    if (number == wanted) {
                        return new Part(text.substring(from, i), offset + from);
                    }
                    number++;
                    from = i + 1;
                }
            }
            return number == wanted
                    ? new Part(text.substring(from), offset + from)
                    : new Part("", offset + text.length());
        }
    }
}
