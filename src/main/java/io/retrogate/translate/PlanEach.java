package io.retrogate.translate;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An {@link EachRule} over numbers. */
final class PlanEach implements PlanRule {

    private final PlanPath each;
    private final @Nullable PlanTarget to;
    private final boolean array;
    private final int[] needed;
    private final PlanCondition[] when;
    private final PlanRule[] rules;
    private final int[] needs;

    PlanEach(EachRule of, PlanCompiler compiler) {
        each = compiler.path(of.each());
        var target = of.to();
        to = target == null ? null : compiler.target(target);
        array = target != null && target.shape().sort() == TargetShape.Sort.ARRAY;
        needed = of.needed().stream().mapToInt(compiler.keys()::number).toArray();
        when = compiler.conditions(of.when());
        rules = compiler.rules(of.rules());
        needs = Arrays.stream(rules).mapToInt(PlanRule::needs).toArray();
    }

    @Override
    public int needs() {
        return each.needs();
    }

    @Override
    public void apply(PlanRun run, PlanSpot here, int object) {
        if (each.leadsNowhere(run, here)) {
            return;
        }
        var count = new int[1];
        each.visit(
                run,
                here,
                (same, loop, segment, element, component) -> {
                    var spot = new PlanSpot(loop, segment, element, component, count[0] + 1);
                    if (PlanCondition.all(when, run, spot)) {
                        count[0]++;
                        write(run, spot, object);
                    }
                    return true;
                });
    }

    private void write(PlanRun run, PlanSpot spot, int object) {
        if (to == null) {
            applyAll(run, spot, object);
        } else if (array) {
            int item = run.draft().object();
            applyAll(run, spot, item);
            if (isWorthIt(run.draft(), item)) {
                run.draft().append(to.owner(run.draft(), object), to.key(), item);
            }
        } else {
            applyAll(run, spot, to.object(run.draft(), object));
        }
    }

    private boolean isWorthIt(PlanDraft draft, int item) {
        for (int member : needed) {
            if (!draft.holds(item, member)) {
                return false;
            }
        }
        return !draft.isEmpty(item);
    }

    private void applyAll(PlanRun run, PlanSpot spot, int object) {
        int there = run.loops().tagsSeen(spot.loop());
        for (int at = 0; at < rules.length; at++) {
            if (needs[at] == ALWAYS || (needs[at] & there) != 0) {
                rules[at].apply(run, spot, object);
            }
        }
    }
}
