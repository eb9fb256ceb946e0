package io.retrogate.validate;

import io.retrogate.edi.DocumentProblem;
import io.retrogate.edi.Finding;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Each level has a number of its own, counted upwards, and a parent that came before it. */
record TreeRule(Field id, Field parent, Finding.Severity severity) implements ContentRule {

    @Override
    public Set<String> tags() {
        return Set.of(id.tag());
    }

    @Override
    public Check begin(Consumer<Finding> findings) {
        var known = new HashSet<String>();
        return new Check() {
            private long last = -1;

            @Override
            public void take(Elements segment) {
                var own = plain(id.value(segment, 0));
                var above = plain(parent.value(segment, 0));
                if (!above.isEmpty() && !known.contains(above)) {
                    var why =
                            "Level "
                                    + own
                                    + " names "
                                    + above
                                    + " as its parent, which "
                                    + (above.equals(own)
                                            ? "is itself."
                                            : "did not come before it.");
                    report(segment, DocumentProblem.PARENT_UNKNOWN, severity, parent, why);
                }
                if (own.isEmpty()) {
                    return;
                }
                long number = own.matches("[0-9]{1,18}") ? Long.parseLong(own) : Long.MAX_VALUE;
                if (!known.add(own)) {
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
                last = number == Long.MAX_VALUE ? last : number;
            }

            private void report(
                    Elements segment,
                    DocumentProblem problem,
                    Finding.Severity weight,
                    Field field,
                    String why) {
                findings.accept(segment.finding(problem, weight, field.element(), 0, why));
            }
        };
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
