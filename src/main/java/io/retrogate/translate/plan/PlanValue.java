package io.retrogate.translate.plan;

import io.retrogate.translate.rule.ValueRule;
import org.jspecify.annotations.Nullable;

/** A {@link ValueRule} over numbers. */
final class PlanValue implements PlanRule {

    private static final int NO_CONSTANT = -1;

    private final PlanPath[] from;
    private final PlanTarget to;
    private final PlanConversion conversion;
    private final boolean required;
    private final int fallback;
    private final @Nullable PlanJoin join;
    private final PlanCondition[] when;

    PlanValue(ValueRule of, PlanCompiler compiler) {
        from = of.from().stream().map(compiler::path).toArray(PlanPath[]::new);
        to = compiler.target(of.to());
        conversion = new PlanConversion(of.conversion(), compiler);
        required = of.required();
        fallback = of.fallback().isEmpty() ? NO_CONSTANT : compiler.fallback(of);
        join = of.join() == null ? null : new PlanJoin(from, of.join());
        when = compiler.conditions(of.when());
    }

    @Override
    public int needs() {
        // An inner object has to be there for its place, even if nothing comes into it yet.
        if (fallback != NO_CONSTANT || required || (to.isDeep() && !to.isList())) {
            return ALWAYS;
        }
        int needs = 0;
        for (var path : from) {
            if (path.needs() == ALWAYS) {
                return ALWAYS;
            }
            needs |= path.needs();
        }
        return needs;
    }

    @Override
    public void apply(PlanRun run, PlanSpot here, int object) {
        if (!PlanCondition.all(when, run, here)) {
            return;
        }
        var draft = run.draft();
        // The place of an inner object in the message is where a rule first looked at it.
        if (!to.isList() && draft.cell(to.owner(draft, object), to.key()) >= 0) {
            return;
        }
        boolean found =
                join != null
                        ? joined(join, run, here, object)
                        : to.isList() ? all(run, here, object) : first(run, here, object);
        if (!found) {
            nothing(run, object);
        }
    }

    private boolean first(PlanRun run, PlanSpot here, int object) {
        for (var path : from) {
            if (path.first(run, here, run.text())) {
                write(run, conversion, here, object);
                return true;
            }
        }
        return false;
    }

    private boolean all(PlanRun run, PlanSpot here, int object) {
        var found = new boolean[1];
        for (var path : from) {
            if (path.leadsNowhere(run, here)) {
                continue;
            }
            path.visit(
                    run,
                    here,
                    (same, loop, segment, element, component) -> {
                        if (!run.text().at(run, loop, segment, element, component)) {
                            found[0] = true;
                            write(run, conversion, here, object);
                        }
                        return true;
                    });
        }
        return found[0];
    }

    private boolean joined(PlanJoin all, PlanRun run, PlanSpot here, int object) {
        boolean found = all.first(run, here);
        if (found) {
            write(run, all, here, object);
        }
        return found;
    }

    /** The text that was read last. */
    private void write(PlanRun run, PlanFiller with, PlanSpot here, int object) {
        var text = run.text();
        int cell = to.cell(run.draft(), object);
        run.draft().source(cell, text.segment(), text.element(), text.component());
        with.fill(run, cell, text, here);
    }

    private void nothing(PlanRun run, int object) {
        if (fallback != NO_CONSTANT) {
            int cell = run.draft().add(to.owner(run.draft(), object), to.key());
            run.draft().fill(cell, PlanCell.CONSTANT, fallback, 0);
        } else if (required) {
            run.doubt();
        }
    }
}
