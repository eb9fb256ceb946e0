package io.retrogate.translate;

/** A loop on the way of a {@link PlanPath}, by the number of its layout. */
final class PlanStep {

    private final int layout;
    private final PlanQualifier[] qualifiers;

    PlanStep(Path.LoopStep of, PlanCompiler compiler) {
        layout = compiler.layout(of.definition());
        qualifiers = PlanQualifier.all(of.qualifiers());
    }

    boolean fits(PlanRun run, int loop) {
        return run.loops().layout(loop) == layout
                && PlanQualifier.fit(qualifiers, run, run.loops().firstSegment(loop));
    }
}
