package io.retrogate.translate.plan;

import io.retrogate.edi.lane.TransactionIndex;
import io.retrogate.translate.tree.Path;
import java.util.List;

/** A {@link Path} over numbers; it leads to the same places in the same order. */
final class PlanPath {

    private final Path.Start start;
    private final PlanStep[] loops;
    private final int tag;
    private final int bit;
    private final int needs;
    private final PlanQualifier[] qualifiers;
    private final Path.Element element;

    PlanPath(Path path, PlanCompiler compiler) {
        start = path.start();
        loops = path.loops().stream().map(compiler::step).toArray(PlanStep[]::new);
        var segment = path.segment();
        tag = segment == null ? 0 : TransactionIndex.packed(segment.tag());
        bit = PlanLoops.bit(tag);
        needs =
                start != Path.Start.HERE
                        ? PlanRule.ALWAYS
                        : path.loops().isEmpty() ? bit : loops[0].bitOfTrigger();
        qualifiers = PlanQualifier.all(segment == null ? List.of() : segment.qualifiers());
        element = path.element();
    }

    /** As for a rule. */
    int needs() {
        return needs;
    }

    /** The bit of the segment that it leads to; all of them if that is not said. */
    int bits() {
        return tag == 0 ? -1 : bit;
    }

    /** Whether it surely leads nowhere from here, as far as can be told at a glance. */
    boolean leadsNowhere(PlanRun run, PlanSpot here) {
        return needs != PlanRule.ALWAYS && (needs & run.loops().tagsSeen(here.loop())) == 0;
    }

    /** Whether the visitor never answered false. */
    boolean visit(PlanRun run, PlanSpot here, PlanVisitor visitor) {
        var loopsOf = run.loops();
        return switch (start) {
            case HERE -> walk(run, here.loop(), 0, visitor);
            case ROOT -> walk(run, 0, 0, visitor);
            case ABOVE -> above(run, here.loop(), visitor);
            case BELOW -> below(run, loopsOf.firstBelow(here.loop()), visitor);
            case SEGMENT -> inSegment(run, here.loop(), here.at(loopsOf), visitor);
            case ELEMENT ->
                    visitor.at(
                            run,
                            here.loop(),
                            here.at(loopsOf),
                            here.element() + element.position(),
                            element.component());
            case ORDINAL ->
                    visitor.at(run, here.loop(), here.segment(), here.element(), here.component());
        };
    }

    /** Whether there is a value; the first is then in {@code into}. */
    boolean first(PlanRun run, PlanSpot here, PlanText into) {
        if (leadsNowhere(run, here)) {
            return false;
        }
        if (start == Path.Start.HERE && loops.length == 0 && element.stride() == 0) {
            return firstIn(run, here.loop(), into);
        }
        return !visit(run, here, into);
    }

    private boolean firstIn(PlanRun run, int loop, PlanText into) {
        var of = run.loops();
        for (int at = of.firstSegment(loop); at != PlanLoops.NONE; at = of.nextSegment(at)) {
            if (of.tag(at) == tag
                    && PlanQualifier.fit(qualifiers, run, at)
                    && element.position() > 0
                    && into.read(run, at, element.position(), element.component())) {
                return true;
            }
        }
        return false;
    }

    private boolean above(PlanRun run, int from, PlanVisitor visitor) {
        var of = run.loops();
        for (int loop = of.above(from); loop != PlanLoops.NONE; loop = of.above(loop)) {
            if (loops[0].fits(run, loop)) {
                return walk(run, loop, 1, visitor);
            }
        }
        return true;
    }

    private boolean below(PlanRun run, int first, PlanVisitor visitor) {
        for (int loop = first; loop != PlanLoops.NONE; loop = run.loops().nextBelow(loop)) {
            if (loops[0].fits(run, loop) && !walk(run, loop, 1, visitor)) {
                return false;
            }
        }
        return true;
    }

    private boolean walk(PlanRun run, int loop, int step, PlanVisitor visitor) {
        var of = run.loops();
        if (step < loops.length) {
            for (int in = of.firstInner(loop); in != PlanLoops.NONE; in = of.next(in)) {
                if (loops[step].fits(run, in) && !walk(run, in, step + 1, visitor)) {
                    return false;
                }
            }
            return true;
        }
        if (tag == 0) {
            return visitor.at(run, loop, PlanLoops.NONE, 0, 0);
        }
        if ((of.tagsSeen(loop) & bit) == 0) {
            return true;
        }
        for (int at = of.firstSegment(loop); at != PlanLoops.NONE; at = of.nextSegment(at)) {
            if (of.tag(at) == tag && !inSegment(run, loop, at, visitor)) {
                return false;
            }
        }
        return true;
    }

    private boolean inSegment(PlanRun run, int loop, int at, PlanVisitor visitor) {
        if (run.loops().tag(at) != tag || !PlanQualifier.fit(qualifiers, run, at)) {
            return true;
        }
        int position = element.position();
        int stride = element.stride();
        if (stride == 0) {
            return visitor.at(run, loop, at, position, element.component());
        }
        int last = Math.max(run.index().elements(at), position);
        for (int element = position; element <= last; element += stride) {
            if (!visitor.at(run, loop, at, element, this.element.component())) {
                return false;
            }
        }
        return true;
    }
}
