package io.retrogate.translate.tree;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One occurrence of a loop in a document. Loops that name their own parent (HL02, CPS 7166) hang
 * below it as well as in the loop where the standard puts them.
 */
public final class Loop {

    private final LoopDefinition definition;
    private final @Nullable Loop parent;
    private @Nullable Loop above;
    private final List<Segment> segments = new ArrayList<>();
    private final List<Loop> loops = new ArrayList<>();
    private final List<Loop> below = new ArrayList<>();

    Loop(LoopDefinition definition, @Nullable Loop parent) {
        this.definition = definition;
        this.parent = parent;
        this.above = parent;
        if (parent != null) {
            parent.loops.add(this);
        }
    }

    void add(Segment segment) {
        segments.add(segment);
    }

    void hangBelow(Loop owner) {
        above = owner;
        owner.below.add(this);
    }

    LoopDefinition definition() {
        return definition;
    }

    /** The next loop outwards: the one it names as its parent, or the one it stands in. */
    @Nullable Loop above() {
        return above;
    }

    /** The loop that it stands in. */
    @Nullable Loop parent() {
        return parent;
    }

    List<Segment> segments() {
        return segments;
    }

    List<Loop> loops() {
        return loops;
    }

    /** The loops that name this one as their parent. */
    List<Loop> below() {
        return below;
    }

    /** The segment that opens it. */
    Segment trigger() {
        return segments.get(0);
    }
}
