package io.retrogate.translate;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A {@link ValueRule} over numbers. */
final class PlanValue implements PlanRule {

    private static final int NO_CONSTANT = -1;

    private final PlanPath[] from;
    private final PlanTarget to;
    private final PlanConversion conversion;
    private final boolean required;
    private final int fallback;
    private final byte @Nullable [] join;
    private final PlanCondition[] when;

    PlanValue(ValueRule of, PlanCompiler compiler) {
        from = of.from().stream().map(compiler::path).toArray(PlanPath[]::new);
        to = compiler.target(of.to());
        conversion = new PlanConversion(of.conversion(), compiler);
        required = of.required();
        fallback = of.fallback().isEmpty() ? NO_CONSTANT : compiler.fallback(of);
        join = of.join() == null ? null : of.join().getBytes(StandardCharsets.ISO_8859_1);
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
                        ? join(join, run, here, object)
                        : to.isList() ? all(run, here, object) : first(run, here, object);
        if (!found) {
            nothing(run, object);
        }
    }

    private boolean first(PlanRun run, PlanSpot here, int object) {
        for (var path : from) {
            if (path.first(run, here, run.text())) {
                write(run, run.text(), here, object);
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
                            write(run, run.text(), here, object);
                        }
                        return true;
                    });
        }
        return found[0];
    }

    private void write(PlanRun run, PlanText text, PlanSpot here, int object) {
        int cell = to.cell(run.draft(), object);
        run.draft().source(cell, text.segment(), text.element(), text.component());
        conversion.fill(run, cell, text, here);
    }

    private boolean join(byte[] between, PlanRun run, PlanSpot here, int object) {
        var joined = new PlanScratch();
        int[] place = {PlanLoops.NONE, 0, 0};
        for (var path : from) {
            path.visit(
                    run,
                    here,
                    (same, loop, segment, element, component) -> {
                        var text = run.text();
                        if (!text.at(run, loop, segment, element, component)) {
                            if (place[0] == PlanLoops.NONE) {
                                place[0] = text.segment();
                                place[1] = text.element();
                                place[2] = text.component();
                            } else {
                                joined.add(between);
                            }
                            joined.add(text.bytes(), text.from(), text.to());
                        }
                        return true;
                    });
        }
        if (place[0] == PlanLoops.NONE) {
            return false;
        }
        int start = run.scratch().size();
        run.scratch().add(joined.bytes(), 0, joined.size());
        int owner = to.owner(run.draft(), object);
        int cell = run.draft().add(owner, to.key());
        run.draft().source(cell, place[0], place[1], place[2]);
        run.draft().fill(cell, PlanDraft.MADE, start, run.scratch().size());
        return true;
    }

    private void nothing(PlanRun run, int object) {
        if (fallback != NO_CONSTANT) {
            int cell = run.draft().add(to.owner(run.draft(), object), to.key());
            run.draft().fill(cell, PlanDraft.CONSTANT, fallback, 0);
        } else if (required) {
            run.doubt();
        }
    }
}
