package io.retrogate.ledger;

import io.retrogate.edi.InterchangeReport;
import java.util.List;

/**
 * One interchange, judged, with what is to be sent because of it.
 *
 * @param uniqueKey {@code standard|sender|receiver|control number}; empty if the header was
 *     unreadable or it is a known duplicate
 * @param judgements what it says of documents of ours
 */
public record SettledInterchange(
        InterchangeReport report,
        String uniqueKey,
        List<SettledDocument> documents,
        List<PlannedAcknowledgement> acknowledgements,
        List<PartnerJudgement> judgements) {

    public SettledInterchange {
        documents = List.copyOf(documents);
        acknowledgements = List.copyOf(acknowledgements);
        judgements = List.copyOf(judgements);
    }

    /** One that says nothing of ours. */
    public SettledInterchange(
            InterchangeReport report,
            String uniqueKey,
            List<SettledDocument> documents,
            List<PlannedAcknowledgement> acknowledgements) {
        this(report, uniqueKey, documents, acknowledgements, List.of());
    }
}
