package io.retrogate;

import io.retrogate.edi.Content;
import io.retrogate.edi.InterchangeReport;
import io.retrogate.ledger.Transmission;
import io.retrogate.partner.TradingPartner;
import io.retrogate.returns.Origin;
import io.retrogate.returns.TranslatedInterchange;
import java.util.List;

/** One transmission on its way through the stages, with what each has made of it so far. */
record Passage(
        Transmission transmission,
        TradingPartner partner,
        Content content,
        List<InterchangeReport> reports,
        List<TranslatedInterchange> translated) {

    Passage {
        reports = List.copyOf(reports);
        translated = List.copyOf(translated);
    }

    /** What its documents say of where they come from. */
    Origin origin() {
        return new Origin(
                transmission.id().toString(), transmission.partner(), transmission.receivedAt());
    }

    Passage judged(List<InterchangeReport> judged) {
        return new Passage(transmission, partner, content, judged, translated);
    }

    Passage translated(List<TranslatedInterchange> made) {
        return new Passage(transmission, partner, content, reports, made);
    }
}
