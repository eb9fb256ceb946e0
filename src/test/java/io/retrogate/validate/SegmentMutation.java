package io.retrogate.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Does one small wrong to the segments of a transaction set; now and then it is none. */
final class SegmentMutation {

    private static final String JUNK = "A9-.,E :>+*^?\u0001\u0085\u00e4";

    private final Random random;
    private final char element;

    SegmentMutation(Random random, char element) {
        this.random = random;
        this.element = element;
    }

    List<String> of(List<String> whole) {
        var segments = new ArrayList<>(whole);
        int at = random.nextInt(segments.size());
        var segment = segments.get(at);
        switch (random.nextInt(11)) {
            case 0 -> segments.remove(at);
            case 1 -> segments.add(at, segment);
            case 2 -> segments.add(random.nextInt(segments.size()), segments.remove(at));
            case 3 -> segments.set(at, without(segment, random.nextInt(segment.length())));
            case 4 -> segments.set(at, with(segment, JUNK.charAt(random.nextInt(JUNK.length()))));
            case 5 -> segments.set(at, with(segment, element));
            case 6 -> segments.set(at, segment + element);
            case 7 -> segments.set(at, segment + element + "X");
            case 8 -> segments.set(at, segment + "0".repeat(1 + random.nextInt(90)));
            case 9 -> segments.set(at, emptied(segment));
            default -> segments.set(at, replaced(segment));
        }
        return segments;
    }

    private static String without(String segment, int at) {
        return segment.substring(0, at) + segment.substring(at + 1);
    }

    private String with(String segment, char c) {
        int at = random.nextInt(segment.length() + 1);
        return segment.substring(0, at) + c + segment.substring(at);
    }

    private String emptied(String segment) {
        int from = segment.indexOf(element, random.nextInt(segment.length()));
        if (from < 0) {
            return segment;
        }
        int to = segment.indexOf(element, from + 1);
        return segment.substring(0, from + 1) + (to < 0 ? "" : segment.substring(to));
    }

    private String replaced(String segment) {
        int at = random.nextInt(segment.length());
        char c = JUNK.charAt(random.nextInt(JUNK.length()));
        return segment.substring(0, at) + c + segment.substring(at + 1);
    }
}
