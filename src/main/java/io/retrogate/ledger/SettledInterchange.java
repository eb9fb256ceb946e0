package io.retrogate.ledger;

import io.retrogate.edi.InterchangeReport;
import java.util.List;
import java.util.Optional;

/**
 * One interchange, judged, with what is to be sent because of it.
 *
 * @param uniqueKey {@code standard|sender|receiver|control number}; empty if the header was
 *     unreadable or it is a known duplicate
 */
public record SettledInterchange(
        InterchangeReport report,
        String uniqueKey,
        List<SettledDocument> documents,
        Optional<PlannedAcknowledgement> acknowledgement) {

    public SettledInterchange {
        documents = List.copyOf(documents);
    }
}
