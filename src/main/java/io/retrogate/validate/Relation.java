package io.retrogate.validate;

import io.xlate.edi.schema.EDISyntaxRule;
import java.util.Optional;

/**
 * A relation between elements (X12.6 §3.8 notes P, R, E, C, L; the same in EDIFACT directories).
 *
 * @param positions one bit for each, the first position being bit 0
 * @param first the bit of the one that a condition starts from
 */
record Relation(EDISyntaxRule.Type type, long positions, long first) {

    /** Empty for a kind that the fast lane does not know. */
    static Optional<Relation> of(EDISyntaxRule rule) {
        boolean known =
                switch (rule.getType()) {
                    case PAIRED, REQUIRED, EXCLUSION, CONDITIONAL, LIST -> true;
                    default -> false;
                };
        if (!known || rule.getPositions().stream().anyMatch(p -> p < 1 || p > Long.SIZE)) {
            return Optional.empty();
        }
        long bits = rule.getPositions().stream().mapToLong(p -> 1L << (p - 1)).sum();
        return Optional.of(
                new Relation(rule.getType(), bits, 1L << (rule.getPositions().get(0) - 1)));
    }

    boolean holds(long present) {
        long there = present & positions;
        return switch (type) {
            case PAIRED -> there == 0 || there == positions;
            case REQUIRED -> there != 0;
            case EXCLUSION -> Long.bitCount(there) <= 1;
            case CONDITIONAL -> (there & first) == 0 || there == positions;
            case LIST -> (there & first) == 0 || there != first;
            default -> false;
        };
    }
}
