package io.retrogate.validate;

import io.retrogate.edi.Delimiters;
import io.retrogate.edi.DocumentProblem;
import io.retrogate.edi.Finding;
import io.retrogate.edi.Position;
import java.util.Arrays;
import java.util.List;

/** The elements of the segment that was read last, found once and cut out only where asked for. */
final class Elements {

    private final Delimiters delimiters;
    private int[] marks = new int[16];
    private int count;
    private RawSegment segment = new RawSegment("", 0, 0, 0);
    private int inTransaction;

    Elements(Delimiters delimiters) {
        this.delimiters = delimiters;
    }

    /** One that stays with this segment. */
    Elements copy() {
        var copy = new Elements(delimiters);
        copy.read(segment, inTransaction);
        return copy;
    }

    void read(RawSegment next, int ordinalInTransaction) {
        segment = next;
        inTransaction = ordinalInTransaction;
        count = -1;
        int from = 0;
        while (from >= 0) {
            if (count + 2 >= marks.length) {
                marks = Arrays.copyOf(marks, marks.length * 2);
            }
            count++;
            marks[count] = from;
            int end = next(from, segment.text().length(), delimiters.element());
            from = end < 0 ? -1 : end + 1;
        }
        marks[count + 1] = segment.text().length() + 1;
    }

    boolean isTag(String tag) {
        return marks[1] - 1 == tag.length() && segment.text().startsWith(tag);
    }

    int count() {
        return count;
    }

    /** The first repetition, without release characters; component 0 is the whole. */
    String value(int element, int component) {
        return released(raw(element, component));
    }

    /** Whether the value is one of these; cuts nothing out. */
    boolean isOneOf(int element, int component, List<String> values) {
        int from = start(element, component);
        int length = end(element, component, from) - from;
        if (delimiters.release() != 0 && holdsRelease(from, length)) {
            return values.contains(value(element, component));
        }
        for (int i = 0; i < values.size(); i++) {
            var value = values.get(i);
            if (value.length() == length && segment.text().startsWith(value, from)) {
                return true;
            }
        }
        return false;
    }

    private boolean holdsRelease(int from, int length) {
        int found = segment.text().indexOf(delimiters.release(), from);
        return found >= 0 && found < from + length;
    }

    private String raw(int element, int component) {
        int from = start(element, component);
        return segment.text().substring(from, end(element, component, from));
    }

    /** Of the first repetition; the end of the segment if there is no such element. */
    private int start(int element, int component) {
        if (element > count) {
            return segment.text().length();
        }
        int to = repetitionEnd(element);
        return Math.min(component(marks[element], to, component), to);
    }

    private int end(int element, int component, int from) {
        if (element > count) {
            return from;
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
        char release = delimiters.release();
        if (release == 0) {
            int found = segment.text().indexOf(separator, from);
            return found < to ? found : -1;
        }
        for (int i = from; i < to; i++) {
            char c = segment.text().charAt(i);
            if (c == separator) {
                return i;
            }
            i += c == release ? 1 : 0;
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
        long offset = segment.start();
        if (element > 0 && element <= count) {
            offset += component(marks[element], marks[element + 1] - 1, component);
        }
        var position =
                new Position(
                        segment.ordinal(),
                        inTransaction,
                        segment.tag(delimiters),
                        element,
                        component,
                        element > 0 ? 1 : 0,
                        offset);
        var text = element > 0 ? raw(element, component) : "";
        return new Finding(problem, severity, position, "", text, why);
    }
}
