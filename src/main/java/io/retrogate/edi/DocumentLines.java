package io.retrogate.edi;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The lines of a transaction set: to which of them each segment belongs. Segments are counted from
 * ST or UNH, which is 1, and lines from 1. In an 856 a line is an item level (HL03 I) with the
 * levels below it; an item level below another is a line of its own, which goes with the upper one.
 */
public final class DocumentLines {

    /** No line: the segment belongs to the document as a whole. */
    public static final int NONE = 0;

    /**
     * @param opens the segment that every line starts with
     * @param ends what ends the last line, or stands between two
     */
    record Shape(String opens, Set<String> ends) {}

    private static final String LEVEL = "HL";
    private static final String ITEM = "I";
    private static final Shape LIN = new Shape("LIN", Set.of("UNS", "CNT", "UNT"));

    private static final Shape PACKED = new Shape("LIN", Set.of("CPS", "CNT", "UNT"));

    static final Map<String, Shape> SHAPES =
            Map.ofEntries(
                    Map.entry("180", new Shape("BLI", Set.of("SE"))),
                    Map.entry("812", new Shape("CDD", Set.of("SE"))),
                    Map.entry("856", new Shape(LEVEL, Set.of("CTT", "SE"))),
                    Map.entry("861", new Shape("RCD", Set.of("CTT", "SE"))),
                    Map.entry("940", new Shape("W01", Set.of("LX", "W76", "SE"))),
                    Map.entry("943", new Shape("W04", Set.of("W03", "SE"))),
                    Map.entry("944", new Shape("W07", Set.of("LX", "W14", "SE"))),
                    Map.entry("945", new Shape("W12", Set.of("LX", "W03", "SE"))),
                    Map.entry("947", new Shape("W19", Set.of("SE"))),
                    Map.entry("RETANN", LIN),
                    Map.entry("RETINS", LIN),
                    Map.entry("DESADV", PACKED),
                    Map.entry("RECADV", PACKED),
                    Map.entry("INVRPT", LIN));

    private static final Set<String> NUMBERED = Set.of("LIN", "RCD");

    /** Of each segment. */
    private final List<Integer> lines = new ArrayList<>();

    private final List<String> numbers = new ArrayList<>();

    /** Of each line, the one that it lies below. */
    private final List<Integer> above = new ArrayList<>();

    /** By HL01, the line that the level belongs to. */
    private final Map<String, Integer> levels = new HashMap<>();

    private int open = NONE;
    private boolean bounded;

    private DocumentLines() {}

    /** Whether the message is made of lines at all. */
    public static boolean areIn(MessageType type) {
        return SHAPES.containsKey(type.code());
    }

    /** None if the message is not made of lines. */
    public static DocumentLines of(MessageType type, List<PlainSegment> segments) {
        var lines = new DocumentLines();
        var shape = SHAPES.get(type.code());
        if (shape != null) {
            segments.stream()
                    .filter(it -> !it.tag().isEmpty())
                    .forEach(it -> lines.take(it, shape));
        }
        return lines;
    }

    private void take(PlainSegment segment, Shape shape) {
        var tag = segment.tag();
        // Between LS and LE stand loops that are opened by LX as well.
        bounded = tag.equals("LS") || bounded && !tag.equals("LE");
        if (tag.equals(LEVEL)) {
            level(segment);
        } else if (tag.equals(shape.opens())) {
            open(NONE);
        } else if (!bounded && shape.ends().contains(tag)) {
            open = NONE;
        }
        if (open != NONE && NUMBERED.contains(tag) && !segment.element(1).isEmpty()) {
            numbers.set(open - 1, segment.element(1));
        }
        lines.add(open);
    }

    private void open(int upper) {
        numbers.add(Integer.toString(numbers.size() + 1));
        above.add(upper);
        open = numbers.size();
    }

    private void level(PlainSegment segment) {
        int upper = levels.getOrDefault(segment.element(2), NONE);
        if (segment.element(3).equals(ITEM)) {
            open(upper);
        } else {
            open = upper;
        }
        levels.put(segment.element(1), open);
    }

    public int count() {
        return numbers.size();
    }

    /** {@link #NONE} if the segment is of no line, or there is none with this ordinal. */
    public int at(int segment) {
        return segment < 1 || segment > lines.size() ? NONE : lines.get(segment - 1);
    }

    /** What the document calls the line, or else its ordinal. */
    public String number(int line) {
        return numbers.get(line - 1);
    }

    /** These lines and those below them. */
    public BitSet with(BitSet chosen) {
        var all = (BitSet) chosen.clone();
        for (int line = 1; line <= count(); line++) {
            if (all.get(above.get(line - 1)) && above.get(line - 1) != NONE) {
                all.set(line);
            }
        }
        return all;
    }

    /** The ordinals of the segments that these lines are made of. */
    public BitSet segments(BitSet chosen) {
        var segments = new BitSet();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i) != NONE && chosen.get(lines.get(i))) {
                segments.set(i + 1);
            }
        }
        return segments;
    }
}
