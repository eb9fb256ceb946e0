package io.retrogate.validate;

import io.retrogate.edi.DocumentProblem;
import io.retrogate.edi.Finding;
import java.nio.charset.StandardCharsets;
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
            return fits(text.getBytes(StandardCharsets.ISO_8859_1), 0, text.length());
        }

        boolean fits(byte[] text, int from, int to) {
            int length = to - from;
            return switch (this) {
                case GTIN ->
                        (length == 8 || (length >= 12 && length <= 14)) && checks(text, from, to);
                case GLN -> length == 13 && checks(text, from, to);
                case SSCC ->
                        length == 20
                                ? text[from] == '0'
                                        && text[from + 1] == '0'
                                        && checks(text, from + 2, to)
                                : length == 18 && checks(text, from, to);
            };
        }

        private static boolean checks(byte[] text, int from, int to) {
            int sum = 0;
            int weight = 1;
            for (int i = to - 1; i >= from; i--) {
                int digit = text[i] - '0';
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
            int element = field.element() + field.step() * i;
            if (!field.counts(segment, i) || segment.isEmptyOr(kind, element, field.component())) {
                continue;
            }
            var value = segment.value(element, field.component());
            if (!value.isEmpty() && !kind.fits(value)) {
                var why = value + " is not " + kind.wanted + " with a right check digit.";
                findings.accept(
                        segment.finding(
                                DocumentProblem.CHECK_DIGIT_WRONG,
                                severity,
                                element,
                                field.component(),
                                why));
            }
        }
    }
}
