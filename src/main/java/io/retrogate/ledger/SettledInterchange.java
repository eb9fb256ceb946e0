package io.retrogate.ledger;

import io.retrogate.edi.InterchangeReport;
import java.util.List;

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
        List<PlannedAcknowledgement> acknowledgements) {

    public SettledInterchange {
        documents = List.copyOf(documents);
        acknowledgements = List.copyOf(acknowledgements);
    }
}
