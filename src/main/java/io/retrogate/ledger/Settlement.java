package io.retrogate.ledger;

import java.util.List;
import java.util.UUID;

/**
 * Everything that follows from one transmission, committed at once (C4).
 *
 * @param interchanges empty if the content was no interchange at all
 */
public record Settlement(UUID transmission, List<SettledInterchange> interchanges) {

    public Settlement {
        interchanges = List.copyOf(interchanges);
    }
}
