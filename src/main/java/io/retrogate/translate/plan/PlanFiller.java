package io.retrogate.translate.plan;

/** Fills a cell of the draft with what it makes of a text. */
interface PlanFiller {

    /** Doubts if it finds nothing that can be read. */
    void fill(PlanRun run, int cell, PlanText text, PlanSpot here);

    /** Whether it looks at nothing beside the text. */
    boolean isAlone();

    /** Whether any text is taken as it is. */
    boolean isPlain();

    /** The bits of the segments that it looks at beside the text, {@link PlanLoops#bit}. */
    int beside();
}
