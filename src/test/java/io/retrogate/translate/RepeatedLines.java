package io.retrogate.translate;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Repeats a line of a document, or any other loop of it, some times, and changes a few values of
 * the copies, so that some are like the first one and some only nearly.
 */
final class RepeatedLines {

    private static final Set<String> HEADERS = Set.of("ST", "UNH");
    private static final Set<String> TRAILERS = Set.of("SE", "UNT");

    private final Random random;
    private final ValueMutation mutation;

    RepeatedLines(Random random) {
        this.random = random;
        mutation = new ValueMutation(random);
    }

    /** The document itself if nothing in it comes twice. */
    String of(String text) {
        char end = text.startsWith("UNA") ? text.charAt(8) : text.startsWith("UNB") ? '\'' : '~';
        char separator = text.startsWith("UNA") ? text.charAt(4) : end == '~' ? '*' : '+';
        var segments = new ArrayList<>(List.of(text.split("(?<!\\?)" + "\\Q" + end + "\\E")));
        int first = random.nextInt(segments.size());
        for (int at = first; at < first + segments.size(); at++) {
            int from = at % segments.size();
            int to = next(segments, from, separator);
            if (to > 0 && repeat(segments, from, to, separator)) {
                break;
            }
        }
        count(segments, separator);
        return String.join(String.valueOf(end), segments);
    }

    /** Where a segment of the same kind comes next within the set; 0 if none does. */
    private static int next(List<String> segments, int from, char separator) {
        var tag = tag(segments.get(from), separator);
        for (int at = from + 1; at < segments.size(); at++) {
            var other = tag(segments.get(at), separator);
            if (TRAILERS.contains(other) || HEADERS.contains(other)) {
                return 0;
            }
            if (other.equals(tag)) {
                return at;
            }
        }
        return 0;
    }

    private boolean repeat(List<String> segments, int from, int to, char separator) {
        var tag = tag(segments.get(from), separator);
        if (HEADERS.contains(tag) || tag.startsWith("UN") || tag.startsWith("ISA")) {
            return false;
        }
        var loop = List.copyOf(segments.subList(from, to));
        for (int times = 2 + random.nextInt(4); times > 0; times--) {
            var copy = new ArrayList<String>();
            for (var segment : loop) {
                copy.add(changed(segment, separator));
            }
            if (tag.equals("HL") || tag.equals("CPS")) {
                copy.set(0, level(loop.get(0), 900 - times, separator));
            }
            segments.addAll(to, copy);
        }
        return true;
    }

    /** With a number of its own, and sometimes below another one. */
    private String level(String segment, int number, char separator) {
        var elements = segment.split("\\Q" + separator + "\\E", -1);
        elements[1] = String.valueOf(number);
        if (elements.length > 2 && random.nextInt(3) == 0) {
            elements[2] = String.valueOf(1 + random.nextInt(4));
        }
        return String.join(String.valueOf(separator), elements);
    }

    private String changed(String segment, char separator) {
        int dice = random.nextInt(20);
        if (dice == 0) {
            return mutation.once(segment + separator, 0)
                    .replaceFirst("\\Q" + separator + "\\E$", "");
        }
        if (dice == 1) {
            var elements = segment.split("\\Q" + separator + "\\E", -1);
            elements[elements.length - 1] = random.nextBoolean() ? " " : "X ";
            return String.join(String.valueOf(separator), elements);
        }
        if (dice > 8) {
            return segment;
        }
        // Another digit where a value has several: mostly a number, a key or a date.
        var text = new StringBuilder(segment);
        int at = random.nextInt(text.length() + 1) - 1;
        if (at > 3
                && Character.isDigit(text.charAt(at))
                && Character.isDigit(text.charAt(at - 1))) {
            text.setCharAt(at, (char) ('0' + random.nextInt(10)));
        }
        return text.toString();
    }

    private static void count(List<String> segments, char separator) {
        int header = 0;
        for (int at = 0; at < segments.size(); at++) {
            var tag = tag(segments.get(at), separator);
            if (HEADERS.contains(tag)) {
                header = at;
            } else if (TRAILERS.contains(tag)) {
                var elements = segments.get(at).split("\\Q" + separator + "\\E", -1);
                elements[1] = String.valueOf(at - header + 1);
                segments.set(at, String.join(String.valueOf(separator), elements));
            }
        }
    }

    private static String tag(String segment, char separator) {
        var stripped = segment.strip();
        int end = stripped.indexOf(separator);
        return end < 0 ? stripped : stripped.substring(0, end);
    }
}
