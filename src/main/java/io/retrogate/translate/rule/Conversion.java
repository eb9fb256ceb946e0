package io.retrogate.translate.rule;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retrogate.translate.tree.Path;
import io.retrogate.translate.tree.Spot;
import io.retrogate.translate.value.CodeTable;
import io.retrogate.translate.value.Found;
import io.retrogate.translate.value.Reading;
import io.retrogate.translate.value.Writing;
import io.retrogate.translate.value.Writing.Neighbours;
import org.jspecify.annotations.Nullable;

/**
 * How a value is read and written, and what else has to be looked at for it.
 *
 * @param table the codes, where the target wants a code
 * @param beside paths to what stands beside the value
 */
public record Conversion(
        Reading reading, Writing writing, @Nullable CodeTable table, Beside beside) {

    /** Time, zone and format of a date; words and maintaining agency of a code. */
    public record Beside(
            @Nullable Path time,
            @Nullable Path zone,
            @Nullable Path format,
            @Nullable Path text,
            @Nullable Path qualifier) {

        public boolean isNone() {
            return time == null
                    && zone == null
                    && format == null
                    && text == null
                    && qualifier == null;
        }

        public Neighbours neighbours() {
            return new Neighbours(time != null, zone != null, format != null);
        }
    }

    Found read(String text, Spot here, Translation translation) {
        if (table != null) {
            return Found.of(coded(table, text, here));
        }
        var around =
                translation.around(
                        value(beside.time, here),
                        value(beside.zone, here),
                        value(beside.format, here));
        return reading.read(text, around);
    }

    private ObjectNode coded(CodeTable table, String code, Spot here) {
        var tree = table.coded(code);
        var agency = value(beside.qualifier, here);
        if (!agency.isEmpty()) {
            tree.put("qualifier", agency);
        }
        var words = value(beside.text, here);
        if (!words.isEmpty()) {
            tree.put("text", words);
        }
        return tree;
    }

    private static String value(@Nullable Path path, Spot here) {
        return path == null ? "" : path.firstValue(here).map(Spot::text).orElse("");
    }
}
