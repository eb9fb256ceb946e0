package io.retrogate.translate.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retrogate.translate.rule.Conversion;
import io.retrogate.translate.value.MomentReading;
import io.retrogate.translate.value.PatternReading;
import io.retrogate.translate.value.PlainReading;
import io.retrogate.translate.value.Reading;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Conversion} on bytes. What stands in the document as it will stand in the message is
 * copied; anything else is read as the reference lane reads it.
 */
final class PlanConversion implements PlanFiller {

    private static final byte[] QUALIFIER = ",\"qualifier\":".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TEXT = ",\"text\":".getBytes(StandardCharsets.US_ASCII);

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

    @Override
    public boolean isAlone() {
        return time == null && zone == null && format == null && words == null && agency == null;
    }

    @Override
    public boolean isPlain() {
        return codes == null && reading == PlainReading.TEXT;
    }

    @Override
    public int beside() {
        return bits(time) | bits(zone) | bits(format) | bits(words) | bits(agency);
    }

    private static int bits(@Nullable PlanPath path) {
        return path == null ? 0 : path.bits();
    }

    @Override
    public void fill(PlanRun run, int cell, PlanText text, PlanSpot here) {
        run.noteFill(cell, this, here);
        if (codes != null) {
            coded(codes, run, cell, text, here);
        } else if (reading instanceof MomentReading) {
            moment(run, cell, text, here);
        } else if (!copied(run, cell, text)) {
            fill(run, cell, text, "", "", "");
        }
    }

    /** Whether the text was one that can be taken as it is. */
    private boolean copied(PlanRun run, int cell, PlanText text) {
        if (!(reading instanceof PlainReading plain)) {
            return false;
        }
        int length = text.length();
        return switch (plain) {
            case TEXT -> copied(true, run, cell, text, 0);
            case DECIMAL -> {
                boolean point = run.task().translation().readsPoint();
                yield copied(PlanShapes.decimal(text, point), run, cell, text, 0);
            }
            case GLN -> copied(length == 13 && PlanShapes.key(text, 0), run, cell, text, 0);
            case SSCC -> {
                boolean identified = length == 20 && text.at(0) == '0' && text.at(1) == '0';
                int skip = identified ? 2 : 0;
                boolean right = length - skip == 18 && PlanShapes.key(text, skip);
                yield copied(right, run, cell, text, skip);
            }
            case GTIN -> gtin(run, cell, text);
            case INTEGER, YES_OR_NO -> false;
        };
    }

    private static boolean copied(boolean right, PlanRun run, int cell, PlanText text, int skip) {
        if (right) {
            run.copy(cell, text, skip);
        }
        return right;
    }

    private static boolean gtin(PlanRun run, int cell, PlanText text) {
        int length = text.length();
        boolean right = (length == 8 || (length >= 12 && length <= 14)) && PlanShapes.key(text, 0);
        if (right) {
            var scratch = run.scratch();
            int from = scratch.size();
            for (int zeros = 14 - length; zeros > 0; zeros--) {
                scratch.add('0');
            }
            scratch.add(text.bytes(), text.from(), text.to());
            run.draft().fill(cell, PlanCell.MADE, from, scratch.size());
        }
        return right;
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
        var found = reading.read(text.string(run.characters()), around).value();
        if (found == null) {
            run.doubt();
        } else if (reading instanceof PatternReading) {
            run.copy(cell, text, 0);
        } else {
            put(run, cell, found);
        }
    }

    private static void put(PlanRun run, int cell, JsonNode value) {
        int from = run.scratch().size();
        boolean plain = value.isTextual() && PlanCompiler.isAscii(value.asText());
        run.scratch().add(plain ? value.asText() : value.toString());
        run.draft().fill(cell, plain ? PlanCell.MADE : PlanCell.JSON, from, run.scratch().size());
    }

    private void coded(PlanCodes table, PlanRun run, int cell, PlanText text, PlanSpot here) {
        var code = table.find(text);
        boolean beside = stands(agency, run, here) || stands(words, run, here);
        if (code != null && !beside) {
            run.draft().fill(cell, PlanCell.CONSTANT, code.constant(), 0);
            return;
        }
        if (code != null && extended(run, cell, run.keys().constant(code.constant()), here)) {
            return;
        }
        var tree = table.table().coded(text.string(run.characters()));
        if (beside) {
            member(tree, "qualifier", value(run, agency, here));
            member(tree, "text", value(run, words, here));
        }
        put(run, cell, tree);
    }

    /** The JSON of the code with what stands beside it; false if that is not plain. */
    private boolean extended(PlanRun run, int cell, byte[] constant, PlanSpot here) {
        var scratch = run.scratch();
        // What is read first, as reading may add to the scratch.
        boolean qualified = stands(agency, run, here);
        var side = run.side();
        if (side.isMade()) {
            return false;
        }
        int from = scratch.size();
        scratch.add(constant, 0, constant.length - 1);
        if (qualified && !member(scratch, QUALIFIER, side)) {
            return false;
        }
        if (stands(words, run, here) && (side.isMade() || !member(scratch, TEXT, side))) {
            return false;
        }
        scratch.add('}');
        run.draft().fill(cell, PlanCell.JSON, from, scratch.size());
        return true;
    }

    private static boolean member(PlanScratch scratch, byte[] name, PlanText value) {
        scratch.add(name);
        return scratch.quoted(value.bytes(), value.from(), value.to());
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
        return path != null && stands(path, run, here) ? run.side().string(run.characters()) : "";
    }
}
