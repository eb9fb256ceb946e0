package io.retrogate.validate;

import io.retrogate.edi.DocumentProblem;
import io.retrogate.edi.Finding;
import java.util.Set;
import java.util.function.Consumer;

/** A key of GS1 has its length and ends with its check digit (GS1 General Specifications §7.9). */
record KeyRule(Kind kind, Field field, Finding.Severity severity) implements ContentRule {

    enum Kind {
        GTIN("a GTIN of 8, 12, 13 or 14 digits"),
        GLN("a GLN of 13 digits"),
        /** With or without the application identifier 00 before it. */
        SSCC("an SSCC of 18 digits");

        private final String wanted;

        Kind(String wanted) {
            this.wanted = wanted;
        }

        boolean fits(String text) {
            return switch (this) {
                case GTIN ->
                        (text.length() == 8 || (text.length() >= 12 && text.length() <= 14))
                                && checks(text, 0);
                case GLN -> text.length() == 13 && checks(text, 0);
                case SSCC ->
                        text.length() == 20
                                ? text.startsWith("00") && checks(text, 2)
                                : text.length() == 18 && checks(text, 0);
            };
        }

        private static boolean checks(String text, int from) {
            int sum = 0;
            int weight = 1;
            for (int i = text.length() - 1; i >= from; i--) {
                int digit = text.charAt(i) - '0';
                if (digit < 0 || digit > 9) {
                    return false;
                }
                sum += weight * digit;
                weight = 4 - weight;
            }
            return sum % 10 == 0;
        }
    }

    @Override
    public Set<String> tags() {
        return Set.of(field.tag());
    }

    @Override
    public Check begin(Consumer<Finding> findings) {
        return segment -> take(segment, findings);
    }

    private void take(Elements segment, Consumer<Finding> findings) {
        for (int i = field.times(segment) - 1; i >= 0; i--) {
            var value = field.value(segment, i);
            if (!value.isEmpty() && !kind.fits(value)) {
                var why = value + " is not " + kind.wanted + " with a right check digit.";
                findings.accept(
                        segment.finding(
                                DocumentProblem.CHECK_DIGIT_WRONG,
                                severity,
                                field.element() + field.step() * i,
                                field.component(),
                                why));
            }
        }
    }
}
