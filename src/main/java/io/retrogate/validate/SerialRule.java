package io.retrogate.validate;

import io.retrogate.edi.DocumentProblem;
import io.retrogate.edi.Finding;
import io.retrogate.edi.lane.TransactionIndex;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A line has no more serial numbers than pieces; without a quantity in pieces nothing is said. */
final class SerialRule implements ContentRule {

    private final String line;
    private final Field quantity;
    private final Field[] serials;
    private final Finding.Severity severity;

    /* As the index packs them. */
    private final int lineTag;
    private final int quantityTag;
    private final int[] serialTags;

    /**
     * @param line the segment with which the next line starts
     */
    SerialRule(String line, Field quantity, List<Field> serials, Finding.Severity severity) {
        this.line = line;
        this.quantity = quantity;
        this.serials = serials.toArray(Field[]::new);
        this.severity = severity;
        lineTag = TransactionIndex.packed(line);
        quantityTag = quantity.packedTag();
        serialTags = serials.stream().mapToInt(Field::packedTag).toArray();
    }

    @Override
    public Set<String> tags() {
        return Stream.concat(Stream.of(line, quantity.tag()), Stream.of(serials).map(Field::tag))
                .collect(Collectors.toSet());
    }

    @Override
    public Check begin(Consumer<Finding> findings) {
        return new Lines(findings);
    }

    private final class Lines implements Check {

        private final Consumer<Finding> findings;
        private final SeenValues found = new SeenValues();
        private @Nullable BigDecimal pieces;
        private @Nullable Elements counted;
        private boolean within;

        Lines(Consumer<Finding> findings) {
            this.findings = findings;
        }

        @Override
        public void take(Elements segment) {
            if (segment.isTag(lineTag)) {
                end();
                within = true;
            }
            if (!within) {
                return;
            }
            if (segment.isTag(quantityTag)) {
                more(segment);
            }
            for (int i = 0; i < serialTags.length; i++) {
                if (segment.isTag(serialTags[i])) {
                    collect(segment, serials[i]);
                }
            }
        }

        private void more(Elements segment) {
            if (!quantity.counts(segment, 0)) {
                return;
            }
            long whole = segment.whole(quantity.element(), quantity.component());
            var number =
                    whole >= 0
                            ? BigDecimal.valueOf(whole)
                            : TotalRule.number(
                                    segment.value(quantity.element(), quantity.component()));
            if (number != null && (pieces == null || number.compareTo(pieces) > 0)) {
                pieces = number;
                counted = segment.copy(counted);
            }
        }

        private void collect(Elements segment, Field serial) {
            for (int i = serial.times(segment) - 1; i >= 0; i--) {
                if (serial.counts(segment, i)) {
                    segment.note(serial.element() + serial.step() * i, serial.component(), found);
                }
            }
        }

        @Override
        public void end() {
            // Each number may be said more than once, which most lines do not need to be asked.
            if (pieces != null && counted != null && exceeds(found.size(), pieces)) {
                int different = found.different(counted);
                if (different > 0 && exceeds(different, pieces)) {
                    findings.accept(tooMany(different, pieces, counted));
                }
            }
            pieces = null;
            found.clear();
        }

        private Finding tooMany(int numbers, BigDecimal pieces, Elements counted) {
            var why =
                    "The line has %d serial numbers, but only %s pieces."
                            .formatted(numbers, pieces.toPlainString());
            return counted.finding(
                    DocumentProblem.SERIALS_EXCEED_QUANTITY,
                    severity,
                    quantity.element(),
                    quantity.component(),
                    why);
        }

        private static boolean exceeds(int numbers, BigDecimal pieces) {
            return BigDecimal.valueOf(numbers).compareTo(pieces) > 0;
        }
    }
}
