package io.retrogate.ledger;

import java.util.List;
import java.util.UUID;

/**
 * One translated document, its canonical message safe in the archive (F2).
 *
 * @param ordinal of the transaction set within the interchange
 * @param kind label of the canonical kind
 * @param destinations endpoint names, one delivery each
 */
public record SettledDocument(
        UUID id,
        int ordinal,
        String messageType,
        String controlNumber,
        String kind,
        String documentNumber,
        String rma,
        String canonicalAddress,
        List<String> destinations) {

    public SettledDocument {
        destinations = List.copyOf(destinations);
    }
}
