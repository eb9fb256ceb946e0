package io.retrogate.ledger;

import java.util.Set;

/**
 * What became of a settlement.
 *
 * @param duplicates unique keys of interchanges that were settled before; nothing was committed if
 *     there is one
 */
public record SettlementOutcome(Result result, Set<String> duplicates) {

    public SettlementOutcome {
        duplicates = Set.copyOf(duplicates);
    }

    public enum Result {
        SETTLED,
        /** Somebody else settled this transmission before; nothing was done. */
        ALREADY_SETTLED,
        /** At least one interchange is a duplicate; plan again, knowing that. */
        DUPLICATE_INTERCHANGE
    }
}
