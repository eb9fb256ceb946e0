package io.retrogate.translate.plan;

import io.retrogate.translate.rule.NumberRule;

/** A {@link NumberRule} over numbers. */
record PlanNumber(PlanTarget to) implements PlanRule {

    @Override
    public void apply(PlanRun run, PlanSpot here, int object) {
        var draft = run.draft();
        int owner = to.owner(draft, object);
        if (draft.cell(owner, to.key()) >= 0) {
            run.doubt();
            return;
        }
        int cell = draft.add(owner, to.key());
        draft.source(cell, here.at(run.loops()), here.element(), here.component());
        draft.fill(cell, PlanCell.NUMBER, here.ordinal(), 0);
        if (run.isItem(here)) {
            draft.filledBy(cell, PlanDraft.ORDINAL_OF_ITEM);
        }
    }

    @Override
    public int needs() {
        return ALWAYS;
    }
}
