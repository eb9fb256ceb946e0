package io.retrogate.translate.plan;

import io.retrogate.translate.value.CodeTable;
import org.jspecify.annotations.Nullable;

/** A {@link CodeTable} with the JSON of each of its codes made beforehand. */
final class PlanCodes {

    private final CodeTable table;
    private final long[] keys;
    private final @Nullable Code[] codes;

    /**
     * A code of the table.
     *
     * @param constant its JSON
     */
    record Code(String meaning, int constant) {}

    PlanCodes(CodeTable table, PlanKeys names) {
        this.table = table;
        int size = Integer.highestOneBit(table.meanings().size() + 1) << 2;
        keys = new long[size];
        codes = new Code[size];
        table.meanings()
                .forEach(
                        (code, meaning) -> {
                            if (code.length() <= 8 && PlanCompiler.isAscii(code)) {
                                var json = table.coded(code).toString();
                                put(packed(code), new Code(meaning, names.constant(json)));
                            }
                        });
    }

    private void put(long packed, Code code) {
        int at = place(packed);
        keys[at] = packed;
        codes[at] = code;
    }

    /** Where this code is, or would be; a quarter of the places at most are taken. */
    private int place(long packed) {
        int at = (int) ((packed * 0x9E3779B97F4A7C15L) >>> 40) & keys.length - 1;
        while (codes[at] != null && keys[at] != packed) {
            at = at + 1 & keys.length - 1;
        }
        return at;
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
        return codes[place(packed)];
    }

    CodeTable table() {
        return table;
    }
}
