package io.retrogate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A document with each segment of its envelope gone, doubled, or wrong in each element. */
final class EnvelopeMutants {

    private static final Set<String> ENVELOPE =
            Set.of("ISA", "GS", "ST", "SE", "GE", "IEA", "UNB", "UNG", "UNH", "UNT", "UNE", "UNZ");

    private static final List<String> VALUES =
            List.of("", " ", "A", "0", "zz", "X1", "A:B:C", "ABCDEFGHIJKLMNOPQRSTUVWXYZ12345678");

    private EnvelopeMutants() {}

    /** Long ones have no other envelope, and take longer. */
    static boolean isShort(String text) {
        return text.length() < 1_000 && text.matches("(?s)(ISA|UNA|UNB).*");
    }

    static List<String> of(String text) {
        var ends = ends(text);
        var segments = List.of(text.split(Pattern.quote(ends), -1));
        var mutants = new ArrayList<String>();
        for (int at = text.startsWith("UNA") ? 1 : 0; at < segments.size(); at++) {
            for (var other : others(segments.get(at), elements(text), ends)) {
                var mutant = new ArrayList<>(segments);
                mutant.set(at, other);
                mutants.add(String.join(ends, mutant));
            }
        }
        return mutants;
    }

    private static List<String> others(String segment, String separator, String ends) {
        var parts = List.of(segment.split(Pattern.quote(separator), -1));
        if (!ENVELOPE.contains(parts.get(0).strip())) {
            return List.of();
        }
        var others = new ArrayList<String>();
        others.add("");
        others.add(segment + ends + segment);
        for (int i = 1; i < parts.size(); i++) {
            for (var value : VALUES) {
                var mutant = new ArrayList<>(parts);
                boolean fixed = parts.get(0).equals("ISA");
                mutant.set(i, fixed ? padded(value, parts.get(i).length()) : value);
                others.add(String.join(separator, mutant));
            }
        }
        return others;
    }

    private static String padded(String value, int width) {
        return (value + " ".repeat(width)).substring(0, width);
    }

    private static String elements(String text) {
        int header = Math.max(0, text.indexOf("UNB"));
        return text.substring(header + 3, header + 4);
    }

    private static String ends(String text) {
        if (text.startsWith("ISA")) {
            return text.substring(105, 106);
        }
        return text.startsWith("UNA") ? text.substring(8, 9) : "'";
    }
}
