package io.retrogate.translate.plan;

import io.retrogate.edi.lane.TransactionIndex;
import io.retrogate.translate.tree.Path;

/** A loop on the way of a {@link PlanPath}, by the number of its layout. */
final class PlanStep {

    private final int layout;
    private final PlanQualifier[] qualifiers;
    private final int bitOfTrigger;

    /** The one bit that stands for this step; 0 if there are too many. */
    private final int bit;

    PlanStep(Path.LoopStep of, int layout, int number) {
        this.layout = layout;
        bitOfTrigger = PlanLoops.bit(TransactionIndex.packed(of.definition().trigger()));
        qualifiers = PlanQualifier.all(of.qualifiers());
        bit = number < Integer.SIZE ? 1 << number : 0;
    }

    /** Of the segment that opens the loop. */
    int bitOfTrigger() {
        return bitOfTrigger;
    }

    boolean fits(PlanRun run, int loop) {
        var loops = run.loops();
        if (loops.layout(loop) != layout) {
            return false;
        }
        if (qualifiers.length == 0) {
            return true;
        }
        if ((loops.stepsKnown(loop) & bit) != 0) {
            return (loops.stepsFit(loop) & bit) != 0;
        }
        boolean fits = PlanQualifier.fit(qualifiers, run, loops.firstSegment(loop));
        loops.remember(loop, bit, fits);
        return fits;
    }
}
