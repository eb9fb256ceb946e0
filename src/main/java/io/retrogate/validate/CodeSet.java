package io.retrogate.validate;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/** The codes of a list, asked for by their bytes; those of up to seven characters as one number. */
final class CodeSet {

    private static final int LONGEST = 7;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    /** A quarter of the places at most are taken; 0 is a free one. */
    private final long[] brief;

    private final Set<String> others = new HashSet<>();

    private CodeSet(Set<String> codes) {
        brief = new long[Integer.highestOneBit(codes.size() + 1) << 2];
        for (var code : codes) {
            var bytes = code.getBytes(StandardCharsets.ISO_8859_1);
            if (bytes.length == 0 || bytes.length > LONGEST) {
                others.add(code);
            } else {
                long packed = packed(bytes, 0, bytes.length);
                brief[place(packed)] = packed;
            }
        }
    }

    static CodeSet of(Set<String> codes) {
        return new CodeSet(codes);
    }

    boolean holds(byte[] bytes, int from, int to) {
        if (to - from > LONGEST || to == from) {
            return others.contains(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
        }
        return brief[place(packed(bytes, from, to))] != 0;
    }

    boolean holds(String text) {
        var bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return holds(bytes, 0, bytes.length);
    }

    private int place(long packed) {
        int at = (int) (packed * SPREAD >>> 40) & brief.length - 1;
        while (brief[at] != 0 && brief[at] != packed) {
            at = at + 1 & brief.length - 1;
        }
        return at;
    }

    /** Different for different codes: the one bit in front keeps leading zero bytes apart. */
    private static long packed(byte[] bytes, int from, int to) {
        long packed = 1;
        for (int i = from; i < to; i++) {
            packed = packed << 8 | (bytes[i] & 0xFF);
        }
        return packed;
    }
}
