package io.retrogate.translate.plan;

import io.retrogate.edi.lane.TransactionIndex;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes where values stand, as {@link io.retrogate.edi.Position} does. What names a segment is
 * made once for all its values, and what names an element once for all documents.
 */
final class PlanSources {

    private static final int ELEMENTS = 100;
    private static final int COMPONENTS = 10;
    private static final byte[][] PLACES = places();

    private final PlanScratch names = new PlanScratch();

    /** Of each segment: where its name starts, and its length in the last eight bits. */
    private int[] named = new int[256];

    private static byte[][] places() {
        var places = new byte[ELEMENTS * COMPONENTS][];
        for (int element = 0; element < ELEMENTS; element++) {
            for (int component = 0; component < COMPONENTS; component++) {
                places[element * COMPONENTS + component] = place(element, component);
            }
        }
        return places;
    }

    private static byte[] place(int element, int component) {
        var text =
                (element > 0 ? (element < 10 ? "-0" : "-") + element : "")
                        + (component > 0 ? "." + component : "")
                        + '"';
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Begins with another document. */
    void clear(int segments) {
        names.clear();
        if (named.length < segments) {
            named = new int[Math.max(segments, named.length * 2)];
        }
        Arrays.fill(named, 0, segments, 0);
    }

    /** In quotes. */
    void write(PlanRun run, PlanScratch out, int segment, int element, int component) {
        int name = named[segment];
        if (name == 0) {
            name = name(run, segment);
            named[segment] = name;
        }
        int from = name >>> 8;
        out.add(names.bytes(), from, from + (name & 0xFF));
        out.add(
                element < ELEMENTS && component < COMPONENTS
                        ? PLACES[element * COMPONENTS + component]
                        : place(element, component));
    }

    /** Of a segment that was written before: the characters up to the closing bracket. */
    int nameLength(int segment) {
        return named[segment] & 0xFF;
    }

    private int name(PlanRun run, int segment) {
        TransactionIndex index = run.index();
        int from = names.size();
        names.add('"');
        names.add(run.bytes(), index.start(segment, 0), index.end(segment, 0));
        names.add('[');
        names.number(run.task().transaction().firstSegment() + segment);
        names.add(']');
        return from << 8 | (names.size() - from);
    }
}
