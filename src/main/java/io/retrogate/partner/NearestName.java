package io.retrogate.partner;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody meant who mistyped a name. */
public final class NearestName {

    private NearestName() {}

    /** Ready to be put behind a sentence; empty if nothing comes near. */
    public static String suggestion(String written, Collection<String> known) {
        return of(written, known).map(name -> "; did you mean '" + name + "'?").orElse(".");
    }

    static Optional<String> of(String written, Collection<String> known) {
        String lower = written.toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(name -> distance(lower, name) <= Math.max(2, name.length() / 3))
                .min(
                        Comparator.comparingInt((String name) -> distance(lower, name))
                                .thenComparing(Comparator.naturalOrder()));
    }

    /** Levenshtein's, without regard to case. */
    private static int distance(String lower, String name) {
        String other = name.toLowerCase(Locale.ROOT);
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= lower.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int cost = lower.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                int next = Math.min(diagonal + cost, 1 + Math.min(row[j], row[j - 1]));
                diagonal = row[j];
                row[j] = next;
            }
        }
        return row[other.length()];
    }
}
