package io.retrogate.translate;

import java.util.List;

/** A {@link Path.Qualifier} on bytes. */
final class PlanQualifier {

    private final int element;
    private final int component;
    private final boolean negated;
    private final byte[][] values;

    private PlanQualifier(Path.Qualifier of) {
        element = of.element();
        component = of.component();
        negated = of.negated();
        values = PlanCompiler.latin(of.values());
    }

    static PlanQualifier[] all(List<Path.Qualifier> of) {
        return of.stream().map(PlanQualifier::new).toArray(PlanQualifier[]::new);
    }

    static boolean fit(PlanQualifier[] all, PlanRun run, int segment) {
        for (var qualifier : all) {
            run.probe().read(run, segment, qualifier.element, qualifier.component);
            if (run.probe().isOneOf(qualifier.values) == qualifier.negated) {
                return false;
            }
        }
        return true;
    }
}
