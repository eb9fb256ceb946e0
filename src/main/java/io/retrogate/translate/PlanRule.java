package io.retrogate.translate;

/** A {@link Rule} over numbers. */
sealed interface PlanRule permits PlanValue, PlanEach, PlanNamed, PlanNumber {

    void apply(PlanRun run, PlanSpot here, int object);
}
