package io.retrogate.translate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Conversion} on bytes. What stands in the document as it will stand in the message is
 * copied; anything else is read as the reference lane reads it.
 */
final class PlanConversion {

    private final Reading reading;
    private final @Nullable PlanCodes codes;
    private final @Nullable PlanPath time;
    private final @Nullable PlanPath zone;
    private final @Nullable PlanPath format;
    private final @Nullable PlanPath words;
    private final @Nullable PlanPath agency;

    PlanConversion(Conversion of, PlanCompiler compiler) {
        reading = of.reading();
        codes = of.table() == null ? null : compiler.codes(of.table());
        time = compiler.optional(of.beside().time());
        zone = compiler.optional(of.beside().zone());
        format = compiler.optional(of.beside().format());
        words = compiler.optional(of.beside().text());
        agency = compiler.optional(of.beside().qualifier());
    }

    /** Fills the cell with what the text says; doubts if it says nothing that can be read. */
    void fill(PlanRun run, int cell, PlanText text, PlanSpot here) {
        if (codes != null) {
            coded(codes, run, cell, text, here);
        } else if (reading instanceof MomentReading) {
            moment(run, cell, text, here);
        } else if (isCanonical(run, text)) {
            run.copy(cell, text);
        } else {
            fill(run, cell, text, "", "", "");
        }
    }

    private boolean isCanonical(PlanRun run, PlanText text) {
        if (reading instanceof PlainReading plain) {
            return switch (plain) {
                case TEXT -> true;
                case DECIMAL -> PlanShapes.decimal(text, run.task().translation().readsPoint());
                case GTIN -> text.length() == 14 && PlanShapes.key(text);
                case GLN -> text.length() == 13 && PlanShapes.key(text);
                case SSCC -> text.length() == 18 && PlanShapes.key(text);
                case INTEGER, YES_OR_NO -> false;
            };
        }
        return false;
    }

    private void moment(PlanRun run, int cell, PlanText text, PlanSpot here) {
        boolean x12 = run.task().isX12();
        int dayLength = text.length();
        if (!x12 && dayLength == 8 && PlanShapes.date(text)) {
            var formatText = value(run, format, here);
            if (formatText.isEmpty() || formatText.equals("102")) {
                PlanShapes.writeDate(text, run, cell);
                return;
            }
        } else if (x12 && dayLength == 8 && PlanShapes.date(text)) {
            if (!stands(time, run, here)) {
                PlanShapes.writeDate(text, run, cell);
                return;
            }
        }
        fill(
                run,
                cell,
                text,
                value(run, time, here),
                value(run, zone, here),
                value(run, format, here));
    }

    private void fill(
            PlanRun run, int cell, PlanText text, String atTime, String inZone, String inFormat) {
        var around = run.task().translation().around(atTime, inZone, inFormat);
        var found = reading.read(text.string(run.charset()), around).value();
        if (found == null) {
            run.doubt();
        } else if (reading instanceof PatternReading) {
            run.copy(cell, text);
        } else {
            put(run, cell, found);
        }
    }

    private static void put(PlanRun run, int cell, JsonNode value) {
        int from = run.scratch().size();
        boolean plain = value.isTextual() && PlanCompiler.isAscii(value.asText());
        run.scratch().add(plain ? value.asText() : value.toString());
        run.draft().fill(cell, plain ? PlanDraft.MADE : PlanDraft.JSON, from, run.scratch().size());
    }

    private void coded(PlanCodes table, PlanRun run, int cell, PlanText text, PlanSpot here) {
        var code = table.find(text);
        boolean beside = stands(agency, run, here) || stands(words, run, here);
        if (code != null && !beside) {
            run.draft().fill(cell, PlanDraft.CONSTANT, code.constant(), 0);
            return;
        }
        var tree = table.table().coded(text.string(run.charset()));
        if (beside) {
            member(tree, "qualifier", value(run, agency, here));
            member(tree, "text", value(run, words, here));
        }
        put(run, cell, tree);
    }

    private static boolean stands(@Nullable PlanPath path, PlanRun run, PlanSpot here) {
        return path != null && path.first(run, here, run.side());
    }

    private static void member(ObjectNode tree, String name, String value) {
        if (!value.isEmpty()) {
            tree.put(name, value);
        }
    }

    private static String value(PlanRun run, @Nullable PlanPath path, PlanSpot here) {
        return path != null && stands(path, run, here) ? run.side().string(run.charset()) : "";
    }
}
