package io.retrogate.translate.plan;

import org.jspecify.annotations.Nullable;

/**
 * Writes the items of the message's great arrays as soon as they are made. Lines of a document tend
 * to look alike: one that is like an earlier one is written by the recipe of that one, and no rule
 * looks at it.
 */
final class PlanItems {

    /** So many recipes of one array are tried. */
    private static final int KEPT = 4;

    private static final int FROM = 0;
    private static final int TO = 1;
    private static final int ORDINAL = 2;
    private static final int MODEL = 3;
    private static final int SHIFT = 4;

    private final PlanScratch written = new PlanScratch();
    private final Rows items = new Rows(8);
    private final PlanSame same = new PlanSame();
    private final PlanRecipe[] recipes = new PlanRecipe[KEPT];
    private int kept;
    private int next;

    /** Whose recipes they are. */
    private @Nullable Object owner;

    PlanItems() {
        for (int i = 0; i < KEPT; i++) {
            recipes[i] = new PlanRecipe();
        }
    }

    void clear() {
        written.clear();
        items.clear();
        owner = null;
    }

    /** Begins with the items of another array, if it is another one. */
    void open(Object array) {
        if (owner != array) {
            owner = array;
            kept = 0;
            next = 0;
        }
    }

    /** The object that stands for an item like an earlier one; -1 if there is none like it. */
    int repeat(PlanRun run, PlanLikeness likeness, int loop, int ordinal) {
        for (int i = 0; i < kept; i++) {
            var recipe = recipes[i];
            if (recipe.isUsable() && likeness.alike(run, recipe.loop(), loop, same)) {
                int from = written.size();
                recipe.write(run, new PlanJson(run, written, null), loop, ordinal, same);
                int item = run.draft().object();
                note(run, item, from, ordinal, recipe.model(), recipe.shift(run, loop));
                return item;
            }
        }
        return PlanLoops.NONE;
    }

    /** Writes an item that was just made, and notes how. */
    void write(PlanRun run, PlanSpot spot, int item) {
        var recipe = recipes[next];
        next = (next + 1) % KEPT;
        kept = Math.min(KEPT, kept + 1);
        recipe.begin(run, spot.loop(), item);
        int from = written.size();
        new PlanJson(run, written, recipe).object(item);
        recipe.finish(written.bytes(), from, written.size());
        note(run, item, from, spot.ordinal(), item, 0);
    }

    private void note(PlanRun run, int object, int from, int ordinal, int model, int shift) {
        int item = items.add();
        items.set(item, FROM, from);
        items.set(item, TO, written.size());
        items.set(item, ORDINAL, ordinal);
        items.set(item, MODEL, model);
        items.set(item, SHIFT, shift);
        run.draft().written(object, item);
    }

    void addTo(PlanScratch out, int item) {
        out.add(written.bytes(), items.get(item, FROM), items.get(item, TO));
    }

    /** Which one it is in its array. */
    int ordinal(int item) {
        return items.get(item, ORDINAL);
    }

    /** The object of the draft that this item is like; its own if rules made it. */
    int model(int item) {
        return items.get(item, MODEL);
    }

    /** How many segments it stands behind that; 0 if rules made it. */
    int shift(int item) {
        return items.get(item, SHIFT);
    }

    int capacity() {
        return written.bytes().length;
    }
}
