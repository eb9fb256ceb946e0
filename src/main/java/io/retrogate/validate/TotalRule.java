package io.retrogate.validate;

import io.retrogate.edi.DocumentProblem;
import io.retrogate.edi.Finding;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A total equals what it is the total of. The sum of X12 element 347 is a hash total, taken without
 * decimal points and cut on the left; as few write it so, the plain sum is right as well.
 *
 * @param sums whether values are summed rather than segments counted
 * @param parts what is summed or counted; where there are more than one, any may be meant
 */
record TotalRule(Field total, boolean sums, List<Field> parts, Finding.Severity severity)
        implements ContentRule {

    /** X12 element 347 has ten digits. */
    private static final BigInteger HASH_LIMIT = BigInteger.TEN.pow(10);

    TotalRule {
        parts = List.copyOf(parts);
    }

    @Override
    public Set<String> tags() {
        return Set.of(total.tag(), parts.get(0).tag());
    }

    @Override
    public Check begin(Consumer<Finding> findings) {
        return new Adding(findings);
    }

    private record Said(BigDecimal value, Finding finding) {}

    private final class Adding implements Check {

        private final Consumer<Finding> findings;
        private final int tag = total.packedTag();
        private final List<Said> said = new ArrayList<>(1);
        private final int[] counts = new int[parts.size()];
        private BigDecimal sum = BigDecimal.ZERO;
        private BigInteger hash = BigInteger.ZERO;

        /** Those without decimals, which most are: the same at a fraction of the cost. */
        private long wholes;

        /** Of what cannot be summed, nothing is said: it has its own finding. */
        private boolean unreadable;

        Adding(Consumer<Finding> findings) {
            this.findings = findings;
        }

        @Override
        public void take(Elements segment) {
            if (segment.isTag(tag)) {
                say(segment);
                return;
            }
            for (int i = 0; i < counts.length; i++) {
                if (sums) {
                    add(parts.get(i), segment);
                } else {
                    counts[i] += parts.get(i).counts(segment, 0) ? 1 : 0;
                }
            }
        }

        private void say(Elements segment) {
            var value = number(total.value(segment, 0));
            if (value != null) {
                var problem =
                        sums ? DocumentProblem.TOTAL_MISMATCH : DocumentProblem.LINE_COUNT_MISMATCH;
                said.add(
                        new Said(
                                value,
                                segment.finding(
                                        problem,
                                        severity,
                                        total.element(),
                                        total.component(),
                                        "")));
            }
        }

        private void add(Field part, Elements segment) {
            if (!part.counts(segment, 0)) {
                return;
            }
            long number = segment.whole(part.element(), part.component());
            if (number >= 0) {
                counts[0]++;
                wholes += number;
                return;
            }
            var text = segment.value(part.element(), part.component());
            var value = number(text);
            unreadable |= value == null && !text.isEmpty();
            if (value != null) {
                counts[0]++;
                sum = sum.add(value);
                hash = hash.add(value.unscaledValue().abs());
            }
        }

        @Override
        public void end() {
            sum = sum.add(BigDecimal.valueOf(wholes));
            hash = hash.add(BigInteger.valueOf(wholes));
            for (var one : said) {
                if (sums
                        ? counts[0] > 0 && !unreadable && !isSum(one.value)
                        : !isCount(one.value)) {
                    var why =
                            total.name()
                                    + " says "
                                    + one.value.toPlainString()
                                    + (sums
                                            ? "; the sum of " + parts.get(0).name() + " is "
                                            : "; the number of ")
                                    + (sums ? sum.toPlainString() : counted())
                                    + ".";
                    findings.accept(Findings.withExplanation(one.finding, why));
                }
            }
        }

        /** Each way to count, and what it gives. */
        private String counted() {
            var told = new StringBuilder();
            for (int i = 0; i < counts.length; i++) {
                var part = parts.get(i);
                told.append(i > 0 ? ", of those with " : part.tag() + " is ");
                told.append(i > 0 ? part.told() + " " : "").append(counts[i]);
            }
            return told.toString();
        }

        private boolean isCount(BigDecimal value) {
            for (int count : counts) {
                if (value.compareTo(BigDecimal.valueOf(count)) == 0) {
                    return true;
                }
            }
            return false;
        }

        private boolean isSum(BigDecimal value) {
            return value.compareTo(sum) == 0
                    || (total.tag().equals("CTT")
                            && value.scale() <= 0
                            && value.toBigInteger().equals(hash.mod(HASH_LIMIT)));
        }
    }

    /** Null if the text is no number; that is said elsewhere. */
    static @Nullable BigDecimal number(String text) {
        boolean digits = false;
        int mark = -1;
        for (int i = text.startsWith("-") ? 1 : 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            if (!digit && (mark >= 0 || (c != '.' && c != ','))) {
                return null;
            }
            digits |= digit;
            mark = digit ? mark : i;
        }
        if (!digits || text.length() > LONGEST) {
            return null;
        }
        return new BigDecimal(mark >= 0 ? text.replace(',', '.') : text);
    }

    private static final int LONGEST = 40;
}
