package io.retrogate.validate;

import io.retrogate.edi.CharacterSet;
import io.retrogate.edi.Delimiters;
import io.retrogate.edi.DocumentProblem;
import io.retrogate.edi.Finding;
import io.retrogate.edi.Position;
import io.retrogate.edi.lane.TransactionIndex;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The elements of the segment that was read last, found once and cut out only where asked for. */
final class Elements {

    private static final long ALL = -1;

    /** So many digits fit into a long, and may be added up some thousand times. */
    private static final int MOST_DIGITS = 15;

    private final Delimiters delimiters;
    private final CharacterSet characters;
    private byte[] bytes = new byte[0];

    /** Where each element starts, the tag being element 0; then one behind the last byte of all. */
    private int[] marks = new int[16];

    /** A bit for each of the first elements in which anything has to be told apart. */
    private long composed;

    private int tag;
    private int count;
    private int ordinal;
    private int inTransaction;

    /** What has to be added to a mark to have the offset in the content. */
    private long base;

    Elements(Delimiters delimiters, CharacterSet characters) {
        this.delimiters = delimiters;
        this.characters = characters;
    }

    /**
     * One that stays with this segment.
     *
     * @param used an earlier one that nobody needs any more
     */
    Elements copy(@Nullable Elements used) {
        var copy = used == null ? new Elements(delimiters, characters) : used;
        copy.bytes = bytes;
        if (copy.marks.length < count + 2) {
            copy.marks = new int[marks.length];
        }
        System.arraycopy(marks, 0, copy.marks, 0, count + 2);
        copy.composed = composed;
        copy.tag = tag;
        copy.count = count;
        copy.ordinal = ordinal;
        copy.inTransaction = inTransaction;
        copy.base = base;
        return copy;
    }

    void read(RawSegment next, int ordinalInTransaction) {
        bytes = next.text().getBytes(StandardCharsets.ISO_8859_1);
        ordinal = next.ordinal();
        inTransaction = ordinalInTransaction;
        base = next.start();
        count = -1;
        int from = 0;
        while (from >= 0) {
            count++;
            mark(count, from);
            int end = next(from, bytes.length, delimiters.element());
            from = end < 0 ? -1 : end + 1;
        }
        mark(count + 1, bytes.length + 1);
        composed = ALL;
        tag = TransactionIndex.packed(text(0, marks[1] - 1));
    }

    /**
     * @param segment of the index, from 0
     * @param firstOrdinal of the set's header in its interchange
     * @param start of the index' bytes in the content
     */
    void read(TransactionIndex index, int segment, int firstOrdinal, long start) {
        bytes = index.bytes();
        ordinal = firstOrdinal + segment;
        inTransaction = segment + 1;
        base = start;
        count = index.elements(segment);
        tag = index.tag(segment);
        composed = count < Long.SIZE ? 0 : ALL;
        for (int element = 0; element <= count; element++) {
            mark(element, index.start(segment, element));
            composed |= index.isComposed(segment, element) ? 1L << element : 0;
        }
        mark(count + 1, index.end(segment, count) + 1);
    }

    private void mark(int element, int at) {
        if (element == marks.length) {
            marks = Arrays.copyOf(marks, marks.length * 2);
        }
        marks[element] = at;
    }

    /**
     * @param packed as the index packs it
     */
    boolean isTag(int packed) {
        return tag == packed;
    }

    private boolean isComposed(int element) {
        return (composed & 1L << element) != 0;
    }

    int count() {
        return count;
    }

    /** The first repetition, without release characters; component 0 is the whole. */
    String value(int element, int component) {
        return characters.text(released(raw(element, component)));
    }

    /** What {@link #value(int, int)} gives for bytes that were noted before. */
    String value(byte[] text, int from, int to) {
        return characters.text(
                released(new String(text, from, to - from, StandardCharsets.ISO_8859_1)));
    }

    /** Remembers the value that stands there; cuts nothing out. */
    void note(int element, int component, SeenValues values) {
        int from = start(element, component);
        values.add(bytes, from, end(element, component, from));
    }

    /** Whether the value is one of these; cuts nothing out. */
    boolean isOneOf(int element, int component, CodeSet values) {
        int from = start(element, component);
        int to = end(element, component, from);
        if (delimiters.release() != 0
                && isComposed(element)
                && next(from, to, delimiters.release(), (char) 0) >= 0) {
            return values.holds(value(element, component));
        }
        return values.holds(bytes, from, to);
    }

    /** The number in plain digits that stands there, -1 if something else does; cuts nothing. */
    long whole(int element, int component) {
        int from = start(element, component);
        int to = end(element, component, from);
        if (from == to || to - from > MOST_DIGITS) {
            return -1;
        }
        long number = 0;
        for (int i = from; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /** Whether this key stands there, or nothing; false also if it is hard to tell. */
    boolean isEmptyOr(KeyRule.Kind key, int element, int component) {
        int from = start(element, component);
        int to = end(element, component, from);
        return from == to || key.fits(bytes, from, to);
    }

    private String raw(int element, int component) {
        int from = start(element, component);
        return text(from, end(element, component, from));
    }

    private String text(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /** Of the first repetition; the end of the segment if there is no such element. */
    private int start(int element, int component) {
        if (element > count) {
            return marks[count + 1] - 1;
        }
        if (!isComposed(element)) {
            return component > 1 ? marks[element + 1] - 1 : marks[element];
        }
        int to = repetitionEnd(element);
        return Math.min(component(marks[element], to, component), to);
    }

    private int end(int element, int component, int from) {
        if (element > count) {
            return from;
        }
        if (!isComposed(element)) {
            return marks[element + 1] - 1;
        }
        int to = repetitionEnd(element);
        return component == 0 ? to : endOf(from, to, delimiters.component());
    }

    private int repetitionEnd(int element) {
        int to = marks[element + 1] - 1;
        return delimiters.repetition() == 0
                ? to
                : endOf(marks[element], to, delimiters.repetition());
    }

    /** Where the component starts; behind the end if it is not there. */
    private int component(int from, int to, int component) {
        int start = from;
        for (int i = 1; i < component && start <= to; i++) {
            start = endOf(start, to, delimiters.component()) + 1;
        }
        return start;
    }

    private int endOf(int from, int to, char separator) {
        int end = next(from, to, separator);
        return end < 0 ? to : end;
    }

    private int next(int from, int to, char separator) {
        return next(from, to, separator, delimiters.release());
    }

    private int next(int from, int to, char separator, char release) {
        for (int i = from; i < to; i++) {
            int c = bytes[i] & 0xFF;
            if (c == separator) {
                return i;
            }
            i += release != 0 && c == release ? 1 : 0;
        }
        return -1;
    }

    private String released(String text) {
        char release = delimiters.release();
        if (release == 0 || text.indexOf(release) < 0) {
            return text;
        }
        var plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            i += text.charAt(i) == release && i + 1 < text.length() ? 1 : 0;
            plain.append(text.charAt(i));
        }
        return plain.toString();
    }

    /** A finding about one element of this segment; element 0 is the segment. */
    Finding finding(
            DocumentProblem problem,
            Finding.Severity severity,
            int element,
            int component,
            String why) {
        int at = marks[0];
        if (element > 0 && element <= count) {
            at = component(marks[element], marks[element + 1] - 1, component);
        }
        var position =
                new Position(
                        ordinal,
                        inTransaction,
                        text(marks[0], marks[1] - 1),
                        element,
                        component,
                        element > 0 ? 1 : 0,
                        base + at);
        var text = element > 0 ? raw(element, component) : "";
        return new Finding(problem, severity, position, "", text, why);
    }
}
