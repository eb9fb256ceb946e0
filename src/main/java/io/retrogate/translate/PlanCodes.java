package io.retrogate.translate;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A {@link CodeTable} with the JSON of each of its codes made beforehand. */
final class PlanCodes {

    private final CodeTable table;
    private final Map<Long, Code> codes = new HashMap<>();

    /**
     * A code of the table.
     *
     * @param constant its JSON
     */
    record Code(String meaning, int constant) {}

    PlanCodes(CodeTable table, PlanKeys keys) {
        this.table = table;
        table.meanings()
                .forEach(
                        (code, meaning) -> {
                            if (code.length() <= 8 && PlanCompiler.isAscii(code)) {
                                var json = keys.constant(table.coded(code).toString());
                                codes.put(packed(code), new Code(meaning, json));
                            }
                        });
    }

    private static long packed(String code) {
        long packed = 0;
        for (int at = 0; at < code.length(); at++) {
            packed = packed << 8 | code.charAt(at);
        }
        return packed;
    }

    /** Null if the table does not have it, or it is an unusual one. */
    @Nullable Code find(PlanText text) {
        if (text.length() > 8) {
            return null;
        }
        long packed = 0;
        for (int at = 0; at < text.length(); at++) {
            packed = packed << 8 | (text.at(at) & 0xFF);
        }
        return codes.get(packed);
    }

    CodeTable table() {
        return table;
    }
}
