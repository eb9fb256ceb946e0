package io.retrogate.translate.plan;

import io.retrogate.translate.rule.Rule;

/** A {@link Rule} over numbers. */
sealed interface PlanRule permits PlanValue, PlanEach, PlanNamed, PlanNumber {

    /** There is always something to do. */
    int ALWAYS = 0;

    void apply(PlanRun run, PlanSpot here, int object);

    /**
     * The bits of the segments ({@link PlanLoops#bit}) of which the loop has to hold at least one
     * for the rule to do anything; {@link #ALWAYS} if that cannot be said.
     */
    int needs();
}
