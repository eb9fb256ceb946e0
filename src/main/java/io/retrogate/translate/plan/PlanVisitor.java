package io.retrogate.translate.plan;

/** Is shown the places that a path leads to. */
@FunctionalInterface
interface PlanVisitor {

    /**
     * False ends the visit.
     *
     * @param segment {@link PlanLoops#NONE} if the loop as a whole is meant
     * @param element 0 if the segment as a whole is meant
     */
    boolean at(PlanRun run, int loop, int segment, int element, int component);
}
