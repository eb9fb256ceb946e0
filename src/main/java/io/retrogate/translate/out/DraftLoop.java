package io.retrogate.translate.out;

import io.retrogate.translate.tree.LoopDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A loop, or the whole transaction set, while a document is being written. */
final class DraftLoop {

    private final LoopDefinition definition;
    private final @Nullable DraftLoop parent;
    private final List<DraftSegment> segments = new ArrayList<>();
    private final List<DraftLoop> loops = new ArrayList<>();

    private DraftLoop(LoopDefinition definition, @Nullable DraftLoop parent) {
        this.definition = definition;
        this.parent = parent;
    }

    static DraftLoop root(LoopDefinition definition) {
        return new DraftLoop(definition, null);
    }

    /** A further loop in this one, with the segment that opens it. */
    DraftLoop open(LoopDefinition inner) {
        var loop = new DraftLoop(inner, this);
        loop.segments.add(new DraftSegment(inner.segment(inner.trigger()).orElseThrow()));
        loops.add(loop);
        return loop;
    }

    void remove(DraftLoop inner) {
        loops.remove(inner);
    }

    LoopDefinition definition() {
        return definition;
    }

    @Nullable DraftLoop parent() {
        return parent;
    }

    DraftLoop root() {
        var at = this;
        for (var outer = at.parent; outer != null; outer = at.parent) {
            at = outer;
        }
        return at;
    }

    /** The segment that opens it; not for the whole transaction set. */
    DraftSegment trigger() {
        return segments.get(0);
    }

    List<DraftSegment> segments() {
        return segments;
    }

    List<DraftLoop> loops() {
        return loops;
    }

    /** Whether one more segment of this kind may stand here. */
    boolean hasRoomFor(String tag) {
        long present = segments.stream().filter(segment -> segment.tag().equals(tag)).count();
        return definition.items().stream()
                .filter(item -> item.loop() == null && item.tag().equals(tag))
                .anyMatch(item -> present < item.max());
    }

    /** Takes away loops into which nothing was written after all. */
    void prune() {
        loops.forEach(DraftLoop::prune);
        loops.removeIf(DraftLoop::isEmpty);
    }

    private boolean isEmpty() {
        return loops.isEmpty() && segments.stream().allMatch(DraftSegment::isEmpty);
    }

    /** Shows every segment in the order that the definition prescribes. */
    void inOrder(Consumer<DraftSegment> visitor) {
        for (var item : definition.items()) {
            if (item.loop() == null) {
                segments.stream()
                        .filter(segment -> segment.tag().equals(item.tag()))
                        .forEach(visitor);
            } else {
                loops.stream()
                        .filter(loop -> loop.definition == item.loop())
                        .forEach(loop -> loop.inOrder(visitor));
            }
        }
    }
}
