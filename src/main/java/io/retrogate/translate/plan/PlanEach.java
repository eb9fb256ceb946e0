package io.retrogate.translate.plan;

import io.retrogate.translate.message.TargetShape;
import io.retrogate.translate.rule.EachRule;
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

    /** Told by it, an item may be written as one like it was; null if each is made by rules. */
    private final @Nullable PlanLikeness likeness;

    PlanEach(EachRule of, PlanCompiler compiler) {
        each = compiler.path(of.each());
        var target = of.to();
        to = target == null ? null : compiler.target(target);
        array = target != null && target.shape().sort() == TargetShape.Sort.ARRAY;
        needed = of.needed().stream().mapToInt(compiler.keys()::number).toArray();
        when = compiler.conditions(of.when(), of.each());
        rules = compiler.rules(of.rules(), of.each());
        boolean loops = of.each().segment() == null && !of.each().loops().isEmpty();
        boolean packed = to != null && to.key() == compiler.keys().number("packages");
        likeness = array && loops && !packed ? new PlanLikeness(compiler.marks()) : null;
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
        } else if (!array) {
            applyAll(run, spot, to.object(run.draft(), object));
        } else if (likeness != null && object == 0) {
            repeat(run, spot, to, likeness);
        } else {
            int item = run.draft().object();
            applyAll(run, spot, item);
            append(run, to, object, item);
        }
    }

    /** Whether the item was worth it. */
    private boolean append(PlanRun run, PlanTarget array, int object, int item) {
        boolean worth = isWorthIt(run.draft(), item);
        if (worth) {
            run.draft().append(array.owner(run.draft(), object), array.key(), item);
        }
        return worth;
    }

    /** One of the message's own arrays: an item that is like an earlier one is written like it. */
    private void repeat(PlanRun run, PlanSpot spot, PlanTarget array, PlanLikeness by) {
        var items = run.items();
        items.open(rules);
        int repeated = items.repeat(run, by, spot.loop(), spot.ordinal());
        if (repeated >= 0) {
            run.draft().append(array.owner(run.draft(), 0), array.key(), repeated);
            return;
        }
        boolean others = run.loops().next(spot.loop()) != PlanLoops.NONE;
        if (others) {
            run.remember(spot);
        }
        int item = run.draft().object();
        applyAll(run, spot, item);
        boolean worth = append(run, array, 0, item);
        if (worth && others && !run.isDoubtful()) {
            items.write(run, spot, item);
        }
        run.forget();
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
