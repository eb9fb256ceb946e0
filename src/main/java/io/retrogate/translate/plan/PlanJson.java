package io.retrogate.translate.plan;

import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Writes the draft of a message as JSON, as Jackson would write the message's tree. */
final class PlanJson {

    private static final byte[] SOURCE = "\"source\":{".getBytes(StandardCharsets.US_ASCII);

    private final PlanRun run;
    private final PlanDraft draft;
    private final PlanScratch out;
    private final PlanSources sources;

    /** All bytes of the document can stand in a JSON string as they are. */
    private final boolean plain;

    private final @Nullable PlanRecipe recipe;

    /**
     * @param recipe is told where values stand; null if nobody wants to know
     */
    PlanJson(PlanRun run, PlanScratch out, @Nullable PlanRecipe recipe) {
        this.run = run;
        this.out = out;
        this.recipe = recipe;
        draft = run.draft();
        sources = run.sources();
        plain = run.index().isPlain();
    }

    /**
     * @param head an object that is not empty; the members of the draft come behind its own
     */
    byte[] write(String head) {
        out.clear();
        out.add(head);
        out.dropLast();
        members(0, false);
        return Arrays.copyOf(out.bytes(), out.size());
    }

    void object(int object) {
        out.add('{');
        members(object, true);
    }

    private void members(int object, boolean first) {
        boolean none = first;
        boolean sources = false;
        for (int cell = draft.firstCell(object); cell >= 0; cell = draft.nextCell(cell)) {
            out.name(run.keys().name(draft.key(cell)), none);
            none = false;
            sources |= draft.segment(cell) >= 0;
            sources |= value(cell);
        }
        for (int inner = draft.firstInner(object); inner >= 0; inner = draft.nextObject(inner)) {
            if (!draft.isEmpty(inner)) {
                out.name(run.keys().name(draft.objectKey(inner)), none);
                none = false;
                object(inner);
            }
        }
        int late = draft.late(object);
        if (late >= 0) {
            out.name(run.keys().name(draft.key(late)), none);
            none = false;
            value(late);
        }
        if (sources) {
            next(none);
            sources(object);
        }
        out.add('}');
    }

    /** A comma, unless nothing stands before it. */
    private boolean next(boolean none) {
        if (!none) {
            out.add(',');
        }
        return false;
    }

    /** Whether it is a list of values, each with its source. */
    private boolean value(int cell) {
        switch (draft.kind(cell)) {
            case PlanCell.OBJECTS -> objects(draft.a(cell));
            case PlanCell.VALUES -> {
                values(draft.a(cell));
                return true;
            }
            default -> {
                int from = out.size();
                single(cell);
                if (recipe != null) {
                    recipe.value(run, cell, from, out.size());
                }
            }
        }
        return false;
    }

    private void single(int cell) {
        int a = draft.a(cell);
        int b = draft.b(cell);
        switch (draft.kind(cell)) {
            case PlanCell.TEXT -> text(run.bytes(), a, b, plain);
            case PlanCell.MADE -> text(run.scratch().bytes(), a, b, false);
            case PlanCell.JSON -> out.add(run.scratch().bytes(), a, b);
            case PlanCell.CONSTANT -> out.add(run.keys().constant(a));
            case PlanCell.NUMBER -> out.number(a);
            default -> throw new IllegalStateException("a cell without a value");
        }
    }

    /** Writes a value as another one was filled that stands so many segments and loops before. */
    void filled(
            PlanRun.Fill as, int segment, int element, int component, int shift, int loopShift) {
        var text = run.text();
        if (!text.read(run, segment, element, component)) {
            run.doubt();
            return;
        }
        if (as.with().isPlain()) {
            text(text.bytes(), text.from(), text.to(), plain && !text.isMade());
            return;
        }
        int cell = draft.spare();
        as.with()
                .fill(
                        run,
                        cell,
                        text,
                        as.isAlone() ? as.spot() : as.spot().shifted(shift, loopShift));
        if (!run.isDoubtful()) {
            single(cell);
        }
    }

    PlanScratch out() {
        return out;
    }

    private void objects(int first) {
        out.add('[');
        for (int one = first; one >= 0; one = draft.nextObject(one)) {
            next(one == first);
            int item = draft.writtenAs(one);
            if (item >= 0) {
                run.items().addTo(out, item);
            } else {
                object(one);
            }
        }
        out.add(']');
    }

    private void values(int first) {
        out.add('[');
        for (int one = first; one >= 0; one = draft.nextCell(one)) {
            next(one == first);
            value(one);
        }
        out.add(']');
    }

    private void text(byte[] bytes, int from, int to, boolean asIs) {
        if (asIs) {
            out.quotedAsIs(bytes, from, to);
        } else if (!out.quoted(bytes, from, to)) {
            out.add(TextNode.valueOf(run.characters().text(bytes, from, to - from)).toString());
        }
    }

    private void sources(int object) {
        out.add(SOURCE);
        boolean none = true;
        for (int cell = draft.firstCell(object); cell >= 0; cell = draft.nextCell(cell)) {
            if (draft.kind(cell) == PlanCell.VALUES) {
                out.name(run.keys().name(draft.key(cell)), none);
                none = false;
                sourcesOf(draft.a(cell));
            } else if (draft.segment(cell) >= 0) {
                out.name(run.keys().name(draft.key(cell)), none);
                none = false;
                source(cell);
            }
        }
        out.add('}');
    }

    private void sourcesOf(int first) {
        out.add('[');
        for (int one = first; one >= 0; one = draft.nextCell(one)) {
            next(one == first);
            source(one);
        }
        out.add(']');
    }

    private void source(int cell) {
        int segment = draft.segment(cell);
        int from = out.size();
        sources.write(run, out, segment, draft.element(cell), draft.component(cell));
        if (recipe != null) {
            int digits = from + run.index().end(segment, 0) - run.index().start(segment, 0) + 2;
            recipe.segment(segment, digits, from + sources.nameLength(segment) - 1);
        }
    }

    /** The text in a cell; empty if there is none. */
    static String text(PlanRun run, int cell) {
        if (cell < 0) {
            return "";
        }
        int from = run.draft().a(cell);
        int length = run.draft().b(cell) - from;
        return switch (run.draft().kind(cell)) {
            case PlanCell.TEXT -> run.characters().text(run.bytes(), from, length);
            case PlanCell.MADE -> run.characters().text(run.scratch().bytes(), from, length);
            default -> {
                run.doubt();
                yield "";
            }
        };
    }
}
