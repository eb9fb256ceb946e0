package io.retrogate.translate.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One segment on the wire; its elements are decoded only when asked for. */
public final class Segment {

    private final Wire wire;
    private final String tag;
    private final int ordinal;
    private final int[] bounds;

    /** Elements that were decoded before: rules and qualifiers ask for the same ones many times. */
    private final @Nullable String[] values;

    /** Which elements and components a rule has looked at; 0 stands for all components. */
    private final BitSet asked = new BitSet();

    private static final int MOST_COMPONENTS = 16;

    private Segment(Wire wire, int ordinal, int[] bounds) {
        this.wire = wire;
        this.ordinal = ordinal;
        this.bounds = bounds;
        this.values = new String[bounds.length - 1];
        this.tag = component(0, 1);
    }

    /** Every segment of the transaction set, header and trailer included. */
    public static List<Segment> allOf(Wire wire) {
        var segments = new ArrayList<Segment>();
        int at = 0;
        while (at < wire.length()) {
            if (wire.isFiller(at) || wire.endsSegment(at)) {
                at++;
                continue;
            }
            var bounds = boundsFrom(wire, at);
            segments.add(new Segment(wire, segments.size() + 1, bounds));
            at = bounds[bounds.length - 1];
        }
        return segments;
    }

    /** Start of each element and, last, one behind the end of the segment's terminator. */
    private static int[] boundsFrom(Wire wire, int start) {
        var bounds = new int[16];
        int count = 0;
        bounds[count++] = start;
        int at = start;
        while (at < wire.length() && !wire.endsSegment(at)) {
            if (wire.releases(at)) {
                at++;
            } else if (wire.endsElement(at)) {
                bounds = count + 1 < bounds.length ? bounds : Arrays.copyOf(bounds, count * 2);
                bounds[count++] = at + 1;
            }
            at++;
        }
        bounds = Arrays.copyOf(bounds, count + 1);
        bounds[count] = Math.min(at, wire.length()) + 1;
        return bounds;
    }

    public String tag() {
        return tag;
    }

    /** Counts from 1 at ST or UNH. */
    public int ordinal() {
        return ordinal;
    }

    /** Bytes from the start of the transaction set to the tag, or to an element. */
    public int offset(int element) {
        return bounds[Math.min(element, size())];
    }

    /** Number of elements behind the tag. */
    int size() {
        return bounds.length - 2;
    }

    /** Empty if absent. A component of 0 means the whole element, which then is a simple one. */
    String value(int element, int component) {
        if (element > size()) {
            return "";
        }
        asked.set(element * MOST_COMPONENTS + component);
        return unasked(element, component);
    }

    /** The same, but it does not count as read. */
    String unasked(int element, int component) {
        if (element > size()) {
            return "";
        }
        return component == 0 ? whole(element) : component(element, component);
    }

    /** Whether something stands there that nobody has asked for yet. */
    boolean isUnread(int element, int component) {
        return element <= size()
                && !asked.get(element * MOST_COMPONENTS)
                && !asked.get(element * MOST_COMPONENTS + component)
                && !component(element, Math.max(1, component)).isEmpty();
    }

    private String whole(int element) {
        var known = values[element];
        if (known == null) {
            known = wire.text(bounds[element], bounds[element + 1] - 1);
            values[element] = known;
        }
        return known;
    }

    private String component(int element, int wanted) {
        int end = bounds[element + 1] - 1;
        int start = bounds[element];
        int component = 1;
        for (int at = start; at < end; at++) {
            if (wire.releases(at)) {
                at++;
            } else if (wire.endsComponent(at)) {
                if (component == wanted) {
                    return wire.text(start, at);
                }
                component++;
                start = at + 1;
            }
        }
        return component == wanted ? wire.text(start, end) : "";
    }
}
