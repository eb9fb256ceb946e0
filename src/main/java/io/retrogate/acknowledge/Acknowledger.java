package io.retrogate.acknowledge;

import io.retrogate.edi.Content;
import io.retrogate.edi.InterchangeReport;
import io.retrogate.edi.schema.Schemas;
import io.retrogate.ledger.PartnerJudgement;
import io.retrogate.ledger.PlannedAcknowledgement;
import io.retrogate.partner.TradingPartner;
import java.util.List;
import java.util.Optional;

/** Stage 4: says what we made of an interchange. */
public interface Acknowledger {

    /** The code tables of X12 and ISO 9735, without partner specific codes. */
    static Acknowledger byTables(Schemas schemas) {
        return new TableAcknowledger(schemas);
    }

    /**
     * What answers this interchange, each an interchange of its own: first TA1 and 997 or 999, or a
     * CONTRL; then the 824s or APERAKs that the agreement asks for. Empty if nobody can be answered
     * (no readable header), if the agreement wants none, or if the interchange itself holds only
     * acknowledgements. Without a partner the defaults of the standard apply.
     *
     * @param content where the report's offsets point to
     */
    List<PlannedAcknowledgement> plan(
            InterchangeReport report, Content content, Optional<TradingPartner> partner);

    /**
     * What the acknowledgements in this interchange say of documents of ours: TA1, 997, 999,
     * CONTRL, and 824 and APERAK as business answers. One that is itself rejected says nothing.
     */
    List<PartnerJudgement> heard(InterchangeReport report, Content content);
}
