package io.retrogate.translate.plan;

import io.retrogate.edi.lane.TransactionIndex;
import io.retrogate.translate.tree.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The places whose values decide what a mapping does: qualifiers, conditions, the keys of named
 * values. Where a value is only copied, it is not marked.
 */
final class PlanMarks {

    /** Elements from here on are all taken for marked. */
    private static final int ELEMENTS = 64;

    private static final int[] NONE = new int[ELEMENTS];

    private final List<int[]> components = new ArrayList<>();
    private int[] tags = new int[0];

    /** Marks a component of an element; 0 is the element as a whole. */
    void add(String tag, int element, int component) {
        if (element > 0 && element < ELEMENTS) {
            of(TransactionIndex.packed(tag))[element] |= 1 << component;
        }
    }

    /** Marks that element and each so many further. */
    void add(String tag, int element, int component, int stride) {
        int last = stride == 0 ? element : ELEMENTS - 1;
        for (int at = element; at <= last; at += Math.max(1, stride)) {
            add(tag, at, component);
        }
    }

    private int[] of(int tag) {
        for (int i = 0; i < tags.length; i++) {
            if (tags[i] == tag) {
                return components.get(i);
            }
        }
        tags = Arrays.copyOf(tags, tags.length + 1);
        tags[tags.length - 1] = tag;
        var made = new int[ELEMENTS];
        components.add(made);
        return made;
    }

    /** Of a segment with this tag: a bit for each marked component, by element. */
    int[] components(int tag) {
        for (int i = 0; i < tags.length; i++) {
            if (tags[i] == tag) {
                return components.get(i);
            }
        }
        return NONE;
    }

    /** Marks what a condition or a key looks at from within an {@code each}. */
    void add(@Nullable Path within, Path path) {
        var element = path.element();
        var segment = path.segment();
        if (segment != null) {
            add(segment.tag(), element.position(), element.component(), element.stride());
        } else if (path.start() == Path.Start.ELEMENT && within != null) {
            var around = within.segment();
            if (around != null) {
                int at = within.element().position() + element.position();
                add(around.tag(), at, element.component(), within.element().stride());
            }
        }
    }

    /** Marks the qualifiers on the way of a path. */
    void addQualifiers(Path path) {
        for (var loop : path.loops()) {
            add(loop.definition().trigger(), loop.qualifiers());
        }
        var segment = path.segment();
        if (segment != null) {
            add(segment.tag(), segment.qualifiers());
        }
    }

    private void add(String tag, List<Path.Qualifier> qualifiers) {
        for (var qualifier : qualifiers) {
            add(tag, qualifier.element(), qualifier.component());
        }
    }
}
