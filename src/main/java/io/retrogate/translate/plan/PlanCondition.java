package io.retrogate.translate.plan;

import io.retrogate.translate.rule.Condition;
import io.retrogate.translate.tree.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A {@link Condition} over numbers. As a visitor it stops at the first place that fits. */
final class PlanCondition implements PlanVisitor {

    private final boolean negated;
    private final @Nullable PlanPath path;
    private final @Nullable PlanPath other;
    private final Set<String> kinds;
    private final byte[][] values;

    PlanCondition(Condition of, PlanCompiler compiler, @Nullable Path each) {
        negated = of.negated();
        path = of.path() == null ? null : compiler.deciding(of.path(), each);
        other = of.other() == null ? null : compiler.deciding(of.other(), each);
        kinds = of.values();
        values = PlanCompiler.latin(of.values());
    }

    static boolean all(PlanCondition[] all, PlanRun run, PlanSpot here) {
        for (var condition : all) {
            if (!condition.holds(run, here)) {
                return false;
            }
        }
        return true;
    }

    boolean holds(PlanRun run, PlanSpot here) {
        return found(run, here) != negated;
    }

    private boolean found(PlanRun run, PlanSpot here) {
        if (path == null) {
            return kinds.contains(run.kind());
        }
        if (other == null) {
            return !path.visit(run, here, this);
        }
        return !path.first(run, here, run.probe())
                || !other.first(run, here, run.side())
                || run.probe().isSameAs(run.side());
    }

    @Override
    public boolean at(PlanRun run, int loop, int segment, int element, int component) {
        var text = run.probe();
        boolean any = element > 0 && !text.at(run, loop, segment, element, component);
        if (values.length == 0) {
            return element > 0 && !any;
        }
        return !(any ? text.isOneOf(values) : kinds.contains(""));
    }
}
