package io.retrogate.translate.plan;

import io.retrogate.returns.Kind;
import io.retrogate.translate.rule.KindRule;

/** A {@link KindRule} over numbers. */
final class PlanKind {

    private final Kind kind;
    private final PlanCondition[] all;
    private final PlanCondition[] any;

    PlanKind(KindRule of, PlanCompiler compiler) {
        kind = of.kind();
        all = compiler.conditions(of.all());
        any = compiler.conditions(of.any());
    }

    Kind kind() {
        return kind;
    }

    boolean fits(PlanRun run) {
        if (!PlanCondition.all(all, run, PlanSpot.ROOT)) {
            return false;
        }
        for (var condition : any) {
            if (condition.holds(run, PlanSpot.ROOT)) {
                return true;
            }
        }
        return any.length == 0;
    }
}
