package io.retrogate.validate;

import io.retrogate.edi.DocumentProblem;
import io.retrogate.edi.Finding;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Each level has a number of its own, counted upwards, and a parent that came before it. */
record TreeRule(Field id, Field parent, Finding.Severity severity) implements ContentRule {

    private static final int LONGEST = 18;
    private static final long MOST_NUMBERS = 1 << 20;

    @Override
    public Set<String> tags() {
        return Set.of(id.tag());
    }

    @Override
    public Check begin(Consumer<Finding> findings) {
        return new Levels(findings);
    }

    private final class Levels implements Check {

        private final Consumer<Finding> findings;
        private final Set<String> known = new HashSet<>();

        /** Those that are numbers, which most are. */
        private final BitSet numbers = new BitSet();

        private long last = -1;

        Levels(Consumer<Finding> findings) {
            this.findings = findings;
        }

        @Override
        public void take(Elements segment) {
            long number = segment.whole(id.element(), id.component());
            long above = segment.whole(parent.element(), parent.component());
            boolean plain = number > last && number < MOST_NUMBERS;
            boolean placed =
                    above >= 0
                            ? above < MOST_NUMBERS && numbers.get((int) above)
                            : segment.count() < parent.element();
            if (plain && placed) {
                numbers.set((int) number);
                last = number;
            } else {
                judge(segment);
            }
        }

        private void judge(Elements segment) {
            var own = plain(id.value(segment, 0));
            var above = plain(parent.value(segment, 0));
            if (!above.isEmpty() && !isKnown(above)) {
                var why =
                        "Level "
                                + own
                                + " names "
                                + above
                                + " as its parent, which "
                                + (above.equals(own) ? "is itself." : "did not come before it.");
                report(segment, DocumentProblem.PARENT_UNKNOWN, severity, parent, why);
            }
            if (own.isEmpty()) {
                return;
            }
            long number = number(own);
            if (isKnown(own)) {
                var why = "The number " + own + " was given to an earlier level.";
                report(segment, DocumentProblem.LEVEL_NUMBER_REPEATED, severity, id, why);
            } else if (number < last) {
                var why = "Level " + own + " comes after level " + last + ".";
                report(
                        segment,
                        DocumentProblem.LEVEL_NUMBER_DESCENDS,
                        Finding.Severity.WARNING,
                        id,
                        why);
            }
            learn(own, number);
            last = number == Long.MAX_VALUE ? last : number;
        }

        private boolean isKnown(String level) {
            long number = number(level);
            return number < MOST_NUMBERS ? numbers.get((int) number) : known.contains(level);
        }

        private void learn(String level, long number) {
            if (number < MOST_NUMBERS) {
                numbers.set((int) number);
            } else {
                known.add(level);
            }
        }

        private void report(
                Elements segment,
                DocumentProblem problem,
                Finding.Severity weight,
                Field field,
                String why) {
            findings.accept(segment.finding(problem, weight, field.element(), 0, why));
        }
    }

    /** The greatest of all if it is no number. */
    private static long number(String text) {
        long number = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9 || i == LONGEST) {
                return Long.MAX_VALUE;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /** 01 and 1 name the same level. */
    private static String plain(String number) {
        int from = 0;
        while (from < number.length() - 1 && number.charAt(from) == '0') {
            from++;
        }
        return number.substring(from);
    }
}
