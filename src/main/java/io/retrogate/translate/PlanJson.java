package io.retrogate.translate;

import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes the draft of a message as JSON, as Jackson would write the message's tree. */
final class PlanJson {

    private static final byte[] SOURCE = "\"source\":{".getBytes(StandardCharsets.US_ASCII);

    private final PlanRun run;
    private final PlanDraft draft;
    private final PlanScratch out;
    private final long firstSegment;

    PlanJson(PlanRun run) {
        this.run = run;
        draft = run.draft();
        out = run.out();
        firstSegment = run.task().transaction().firstSegment();
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

    private void object(int object) {
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
        int a = draft.a(cell);
        int b = draft.b(cell);
        switch (draft.kind(cell)) {
            case PlanDraft.TEXT -> text(run.bytes(), a, b);
            case PlanDraft.MADE -> text(run.scratch().bytes(), a, b);
            case PlanDraft.JSON -> out.add(run.scratch().bytes(), a, b);
            case PlanDraft.CONSTANT -> out.add(run.keys().constant(a));
            case PlanDraft.NUMBER -> out.number(a);
            case PlanDraft.OBJECTS -> objects(a);
            case PlanDraft.VALUES -> {
                values(a);
                return true;
            }
            default -> throw new IllegalStateException("a cell without a value");
        }
        return false;
    }

    private void objects(int first) {
        out.add('[');
        for (int one = first; one >= 0; one = draft.nextObject(one)) {
            next(one == first);
            object(one);
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

    private void text(byte[] bytes, int from, int to) {
        if (!out.quoted(bytes, from, to)) {
            out.add(TextNode.valueOf(new String(bytes, from, to - from, run.charset())).toString());
        }
    }

    private void sources(int object) {
        out.add(SOURCE);
        boolean none = true;
        for (int cell = draft.firstCell(object); cell >= 0; cell = draft.nextCell(cell)) {
            if (draft.kind(cell) == PlanDraft.VALUES) {
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

    /** As {@link io.retrogate.edi.Position} writes it. */
    private void source(int cell) {
        int segment = draft.segment(cell);
        var index = run.index();
        out.source(
                run.bytes(),
                index.start(segment, 0),
                index.end(segment, 0),
                firstSegment + segment,
                draft.element(cell),
                draft.component(cell));
    }

    /** The text in a cell; empty if there is none. */
    static String text(PlanRun run, int cell) {
        if (cell < 0) {
            return "";
        }
        int from = run.draft().a(cell);
        int length = run.draft().b(cell) - from;
        return switch (run.draft().kind(cell)) {
            case PlanDraft.TEXT -> new String(run.bytes(), from, length, run.charset());
            case PlanDraft.MADE -> new String(run.scratch().bytes(), from, length, run.charset());
            default -> {
                run.doubt();
                yield "";
            }
        };
    }
}
