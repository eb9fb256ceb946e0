package io.retrogate.translate.plan;

import io.retrogate.translate.message.Completion;

/** What {@link Completion#linkPackages} does, over numbers. */
final class PlanPackages {

    private static final int NONE = -1;

    private final int packages;
    private final int lines;
    private final int id;
    private final int sscc;
    private final int number;

    PlanPackages(PlanKeys keys) {
        packages = keys.number("packages");
        lines = keys.number("lines");
        id = keys.number("id");
        sscc = keys.number("sscc");
        number = keys.number("number");
    }

    /** Each package names the lines that say they lie in it, and appears once. */
    void link(PlanRun run) {
        var draft = run.draft();
        int all = draft.cell(0, packages);
        if (all < 0) {
            return;
        }
        dropRepeated(run, draft.a(all));
        var inside = run.packed();
        inside.clear();
        collect(run, inside);
        if (inside.isEmpty()) {
            return;
        }
        for (int one = draft.a(all); one >= 0; one = draft.nextObject(one)) {
            text(run, one, id, 0);
            int first = inside.first(run.side());
            if (first >= 0) {
                write(run, one, first);
            }
        }
    }

    private void dropRepeated(PlanRun run, int first) {
        var draft = run.draft();
        var seen = run.seen();
        seen.clear();
        int before = NONE;
        for (int one = first; one >= 0; one = draft.nextObject(one)) {
            if (draft.cell(one, sscc) >= 0 && !isNew(run, seen, one)) {
                draft.dropNext(before);
            } else {
                before = one;
            }
        }
    }

    private boolean isNew(PlanRun run, PlanTexts seen, int one) {
        var both = run.joined();
        both.clear();
        var text = run.side();
        text(run, one, id, 0);
        both.add(text.bytes(), text.from(), text.to());
        both.add(' ');
        text(run, one, sscc, 0);
        both.add(text.bytes(), text.from(), text.to());
        int before = seen.size();
        return seen.number(both.bytes(), 0, both.size()) == before;
    }

    private void collect(PlanRun run, PlanPacked inside) {
        var draft = run.draft();
        int all = draft.cell(0, lines);
        for (int line = all < 0 ? NONE : draft.a(all); line >= 0; line = draft.nextObject(line)) {
            int item = draft.writtenAs(line);
            int model = item < 0 ? line : run.items().model(item);
            int shift = item < 0 ? 0 : run.items().shift(item);
            int numbered = draft.cell(model, number);
            int within = draft.cell(model, packages);
            int own = numbered < 0 ? 0 : item < 0 ? draft.a(numbered) : run.items().ordinal(item);
            int first = within < 0 ? NONE : draft.a(within);
            for (int one = first; one >= 0; one = draft.nextObject(one)) {
                text(run, one, id, shift);
                inside.add(run.side(), own);
            }
        }
    }

    /**
     * @param first of the lines that lie in the package
     */
    private void write(PlanRun run, int one, int first) {
        if (run.draft().holds(one, lines)) {
            run.doubt();
            return;
        }
        var scratch = run.scratch();
        int from = scratch.size();
        int separator = '[';
        for (int line = first; line >= 0; line = run.packed().next(line)) {
            scratch.add(separator);
            scratch.number(run.packed().line(line));
            separator = ',';
        }
        scratch.add(']');
        int cell = run.draft().addLate(one, lines);
        run.draft().fill(cell, PlanCell.JSON, from, scratch.size());
    }

    /**
     * Reads the text in an object of the line of which this one is a repetition, as this one has
     * it.
     *
     * @param shift 0 if it is no repetition
     */
    private static void text(PlanRun run, int object, int key, int shift) {
        var draft = run.draft();
        int cell = draft.cell(object, key);
        // What was not noted stands outside of the line, and is the same for all.
        if (shift == 0 || cell < 0 || draft.fillOf(cell) < 0) {
            run.side().of(run, cell);
        } else {
            int segment = draft.segment(cell) + shift;
            run.side().read(run, segment, draft.element(cell), draft.component(cell));
        }
    }
}
