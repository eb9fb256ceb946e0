package io.retrogate.translate;

import io.retrogate.edi.Content;
import io.retrogate.edi.InterchangeReport;
import io.retrogate.edi.schema.Schemas;
import io.retrogate.partner.TradingPartner;
import io.retrogate.returns.MappingCoverage;
import java.util.List;
import java.util.Optional;

/** Finds out what mappings leave unread in documents, and which of their rules documents use. */
public interface CoverageMeter {

    static CoverageMeter builtIn(Schemas schemas) {
        return new RuleCounter(new PartnerMappings(Mappings.builtIn(schemas::find)));
    }

    /** Looks at every document of the interchange that was not rejected and has a mapping. */
    void look(Content content, InterchangeReport report, Optional<TradingPartner> partner);

    /** One for each kind of document that was looked at. */
    List<MappingCoverage> found();
}
