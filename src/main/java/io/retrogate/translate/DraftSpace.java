package io.retrogate.translate;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Makes room for a rule with {@code each}: a loop, a segment, or the next free elements of one.
 * What nothing is written into is taken away again.
 */
record DraftSpace(Path each) {

    /** Whether it makes segments or elements, not loops. */
    boolean isWithinSegments() {
        return each.segment() != null;
    }

    /** A new place for one item of a list; false if nothing was written or nothing fits. */
    boolean next(DraftPlace here, Predicate<DraftPlace> write) {
        if (each.element().position() > 0) {
            return elements(here, write);
        }
        return each.segment() == null ? loop(here, write) : segment(here, write);
    }

    /** The one place for an object: what stands there is added to. */
    boolean same(DraftPlace here, Predicate<DraftPlace> write) {
        if (each.element().position() > 0 || each.segment() != null) {
            return next(here, write);
        }
        var outer = outer(here);
        var known = outer.loops().size();
        var loop = DraftSlot.enter(List.of(lastStep()), outer);
        boolean wrote = write.test(DraftPlace.of(loop));
        if (!wrote && outer.loops().size() > known) {
            outer.remove(loop);
        }
        return wrote;
    }

    private boolean loop(DraftPlace here, Predicate<DraftPlace> write) {
        var outer = outer(here);
        var loop = DraftSlot.open(outer, lastStep());
        boolean wrote = write.test(DraftPlace.of(loop));
        if (!wrote) {
            outer.remove(loop);
        }
        return wrote;
    }

    private boolean segment(DraftPlace here, Predicate<DraftPlace> write) {
        var loop = DraftSlot.enter(each.loops(), start(here));
        var step = step();
        if (loop.parent() != null && step.tag().equals(loop.definition().trigger())) {
            return write.test(new DraftPlace(loop, loop.trigger(), 0));
        }
        var definition = loop.definition().segment(step.tag()).orElseThrow();
        var candidate = new DraftSegment(definition);
        DraftSlot.qualify(candidate, step.qualifiers());
        return write.test(new DraftPlace(loop, candidate, 0)) && attach(loop, candidate);
    }

    /** What another rule wrote of the same thing becomes part of it. */
    private static boolean attach(DraftLoop loop, DraftSegment candidate) {
        for (var present : loop.segments()) {
            if (present.tag().equals(candidate.tag())
                    && (present.isWithin(candidate) || candidate.isWithin(present))) {
                present.addAll(candidate);
                return true;
            }
        }
        if (!loop.hasRoomFor(candidate.tag())) {
            return false;
        }
        return loop.segments().add(candidate);
    }

    private boolean elements(DraftPlace here, Predicate<DraftPlace> write) {
        var given = here.segment();
        if (each.start() == Path.Start.SEGMENT) {
            return elements(here.loop(), given == null ? here.loop().trigger() : given, write);
        }
        var loop = DraftSlot.enter(each.loops(), start(here));
        for (var segment : present(loop).toList()) {
            if (elements(loop, segment, write)) {
                return true;
            }
        }
        var fresh = DraftSlot.fresh(loop, step().tag());
        if (fresh != null) {
            DraftSlot.qualify(fresh, step().qualifiers());
            return elements(loop, fresh, write) && loop.segments().add(fresh);
        }
        return false;
    }

    private Stream<DraftSegment> present(DraftLoop loop) {
        return loop.segments().stream()
                .filter(segment -> segment.tag().equals(step().tag()))
                .filter(segment -> DraftSlot.mayFit(segment, step().qualifiers()));
    }

    private boolean elements(DraftLoop loop, DraftSegment segment, Predicate<DraftPlace> write) {
        var element = each.element();
        int size = segment.definition().elements().size();
        int last = element.stride() == 0 ? element.position() : size - element.stride() + 1;
        for (int at = element.position(); at <= last; at += Math.max(1, element.stride())) {
            if (!segment.hasElement(at)) {
                return write.test(new DraftPlace(loop, segment, at));
            }
        }
        return false;
    }

    private Path.SegmentStep step() {
        return java.util.Objects.requireNonNull(each.segment());
    }

    private Path.LoopStep lastStep() {
        return each.loops().get(each.loops().size() - 1);
    }

    private DraftLoop outer(DraftPlace here) {
        return DraftSlot.enter(each.loops().subList(0, each.loops().size() - 1), start(here));
    }

    private DraftLoop start(DraftPlace here) {
        return each.start() == Path.Start.ROOT ? here.loop().root() : here.loop();
    }
}
