package io.retrogate.translate.out;

import io.retrogate.translate.tree.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
        if (start(here) == null) {
            return false;
        }
        if (each.element().position() > 0) {
            return elements(here, write);
        }
        return each.segment() == null ? loop(here, write) : segment(here, write);
    }

    /** The one place for an object: what stands there is added to. */
    boolean same(DraftPlace here, Predicate<DraftPlace> write) {
        if (each.element().position() > 0 || each.segment() != null) {
            return says(here, write) || next(here, write);
        }
        if (start(here) == null || steps().isEmpty()) {
            return false;
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

    /** Whether one of several qualifiers stands there already, with the very value. */
    private boolean says(DraftPlace here, Predicate<DraftPlace> write) {
        var step = each.segment();
        boolean several =
                step != null
                        && each.element().position() == 0
                        && each.start() == Path.Start.HERE
                        && step.qualifiers().stream().anyMatch(it -> it.values().size() > 1);
        return several
                && DraftWalk.segments(each, here.loop())
                        .anyMatch(it -> write.test(new DraftPlace(here.loop(), it, 0)));
    }

    private boolean loop(DraftPlace here, Predicate<DraftPlace> write) {
        var outer = outer(here);
        var step = lastStep();
        var loop = outer.open(step.definition());
        // Of several values the rules inside may know which one it is.
        DraftSlot.qualify(
                loop.trigger(),
                step.qualifiers().stream().filter(it -> it.values().size() == 1).toList());
        boolean wrote = write.test(DraftPlace.of(loop));
        DraftSlot.qualify(loop.trigger(), step.qualifiers());
        if (!wrote || !DraftSlot.mayFit(loop.trigger(), step.qualifiers())) {
            outer.remove(loop);
        }
        return wrote;
    }

    private boolean segment(DraftPlace here, Predicate<DraftPlace> write) {
        var loop = DraftSlot.enter(steps(), began(here));
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
            return loop.segments().stream()
                    .filter(it -> it.tag().equals(candidate.tag()) && it.agreesWith(candidate))
                    .findFirst()
                    .filter(
                            present -> {
                                present.addAll(candidate);
                                return true;
                            })
                    .isPresent();
        }
        return loop.segments().add(candidate);
    }

    private boolean elements(DraftPlace here, Predicate<DraftPlace> write) {
        var given = here.segment();
        if (each.start() == Path.Start.SEGMENT) {
            return elements(here.loop(), given == null ? here.loop().trigger() : given, write);
        }
        var loop = DraftSlot.enter(steps(), began(here));
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
        return DraftSlot.enter(steps().subList(0, steps().size() - 1), began(here));
    }

    /** From where the way begins. */
    private List<Path.LoopStep> steps() {
        int from = each.start() == Path.Start.ABOVE ? 1 : 0;
        return each.loops().subList(from, each.loops().size());
    }

    private DraftLoop began(DraftPlace here) {
        return java.util.Objects.requireNonNull(start(here));
    }

    private @Nullable DraftLoop start(DraftPlace here) {
        return switch (each.start()) {
            case ROOT -> here.loop().root();
            case ABOVE -> DraftSlot.around(each, here.loop());
            default -> here.loop();
        };
    }
}
