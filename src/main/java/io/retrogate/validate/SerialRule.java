package io.retrogate.validate;

import io.retrogate.edi.DocumentProblem;
import io.retrogate.edi.Finding;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A line has no more serial numbers than pieces; without a quantity in pieces nothing is said.
 *
 * @param line the segment with which the next line starts
 */
record SerialRule(String line, Field quantity, List<Field> serials, Finding.Severity severity)
        implements ContentRule {

    SerialRule {
        serials = List.copyOf(serials);
    }

    @Override
    public Set<String> tags() {
        return Stream.concat(Stream.of(line, quantity.tag()), serials.stream().map(Field::tag))
                .collect(Collectors.toSet());
    }

    @Override
    public Check begin(Consumer<Finding> findings) {
        var found = new HashSet<String>();
        return new Check() {
            private @Nullable BigDecimal pieces;
            private @Nullable Elements counted;
            private boolean within;

            @Override
            public void take(Elements segment) {
                if (segment.isTag(line)) {
                    end();
                    within = true;
                }
                if (!within) {
                    return;
                }
                if (segment.isTag(quantity.tag())) {
                    more(segment);
                }
                for (int i = 0; i < serials.size(); i++) {
                    var serial = serials.get(i);
                    if (segment.isTag(serial.tag())) {
                        collect(segment, serial);
                    }
                }
            }

            private void more(Elements segment) {
                var number = TotalRule.number(quantity.value(segment, 0));
                if (number != null && (pieces == null || number.compareTo(pieces) > 0)) {
                    pieces = number;
                    counted = segment.copy();
                }
            }

            private void collect(Elements segment, Field serial) {
                for (int i = serial.times(segment) - 1; i >= 0; i--) {
                    var value = serial.value(segment, i);
                    if (!value.isEmpty()) {
                        found.add(value);
                    }
                }
            }

            @Override
            public void end() {
                if (pieces != null
                        && counted != null
                        && BigDecimal.valueOf(found.size()).compareTo(pieces) > 0) {
                    var why =
                            "The line has %d serial numbers, but only %s pieces."
                                    .formatted(found.size(), pieces.toPlainString());
                    findings.accept(
                            counted.finding(
                                    DocumentProblem.SERIALS_EXCEED_QUANTITY,
                                    severity,
                                    quantity.element(),
                                    quantity.component(),
                                    why));
                }
                pieces = null;
                counted = null;
                found.clear();
            }
        };
    }
}
