package io.retrogate.translate.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names somebody may have meant. */
public final class Near {

    private static final int SHOWN = 4;

    private Near() {}

    /** Those of the names that come nearest, the nearest first; nothing if there are none. */
    public static String to(String wrong, Collection<String> names) {
        return named(
                names.stream()
                        .distinct()
                        .sorted(
                                Comparator.<String>comparingInt(name -> distance(wrong, name))
                                        .thenComparing(name -> name)));
    }

    /** "nearest: A, B, C"; nothing if there are none. */
    public static String named(Stream<String> names) {
        var shown = names.limit(SHOWN).collect(Collectors.joining(", "));
        return shown.isEmpty() ? "" : "; nearest: " + shown;
    }

    /** Levenshtein's distance, whatever the case of the letters. */
    private static int distance(String left, String right) {
        var a = left.toLowerCase(Locale.ROOT);
        var b = right.toLowerCase(Locale.ROOT);
        var row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
