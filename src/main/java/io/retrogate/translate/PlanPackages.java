package io.retrogate.translate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What {@link Completion#linkPackages} does, over numbers. */
final class PlanPackages {

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
        var inside = linesByPackage(run);
        for (int one = draft.a(all); one >= 0; one = draft.nextObject(one)) {
            var numbers = inside.get(text(run, one, id));
            if (numbers != null) {
                write(run, one, numbers);
            }
        }
    }

    private void dropRepeated(PlanRun run, int first) {
        var seen = new HashSet<String>();
        int before = -1;
        for (int one = first; one >= 0; one = run.draft().nextObject(one)) {
            boolean known = run.draft().cell(one, sscc) >= 0;
            if (known && !seen.add(text(run, one, id) + " " + text(run, one, sscc))) {
                run.draft().dropNext(before);
            } else {
                before = one;
            }
        }
    }

    private Map<String, Set<Integer>> linesByPackage(PlanRun run) {
        var draft = run.draft();
        var found = new HashMap<String, Set<Integer>>();
        int all = draft.cell(0, lines);
        for (int line = all < 0 ? -1 : draft.a(all); line >= 0; line = draft.nextObject(line)) {
            int item = draft.writtenAs(line);
            int model = item < 0 ? line : run.items().model(item);
            int shift = item < 0 ? 0 : run.items().shift(item);
            int numbered = draft.cell(model, number);
            int within = draft.cell(model, packages);
            int own = numbered < 0 ? 0 : item < 0 ? draft.a(numbered) : run.items().ordinal(item);
            for (int one = within < 0 ? -1 : draft.a(within);
                    one >= 0;
                    one = draft.nextObject(one)) {
                found.computeIfAbsent(text(run, one, id, shift), absent -> new LinkedHashSet<>())
                        .add(own);
            }
        }
        return found;
    }

    private void write(PlanRun run, int one, Set<Integer> numbers) {
        if (run.draft().holds(one, lines)) {
            run.doubt();
            return;
        }
        int from = run.scratch().size();
        run.scratch()
                .add(
                        numbers.stream()
                                .map(String::valueOf)
                                .collect(Collectors.joining(",", "[", "]")));
        int cell = run.draft().addLate(one, lines);
        run.draft().fill(cell, PlanCell.JSON, from, run.scratch().size());
    }

    /**
     * The text in an object of the line of which this one is a repetition, as this one has it.
     *
     * @param shift 0 if it is no repetition
     */
    private static String text(PlanRun run, int object, int key, int shift) {
        var draft = run.draft();
        int cell = draft.cell(object, key);
        // What was not noted stands outside of the line, and is the same for all.
        if (shift == 0 || cell < 0 || draft.fillOf(cell) < 0) {
            return PlanJson.text(run, cell);
        }
        var text = run.side();
        int segment = draft.segment(cell) + shift;
        return text.read(run, segment, draft.element(cell), draft.component(cell))
                ? text.string(run.charset())
                : "";
    }

    private static String text(PlanRun run, int object, int key) {
        return PlanJson.text(run, run.draft().cell(object, key));
    }
}
