package io.retrogate.validate;

import io.retrogate.edi.Content;
import io.retrogate.edi.InterchangeReport;
import io.retrogate.edi.schema.Schemas;
import io.retrogate.partner.FolderPart;
import io.retrogate.partner.TradingPartner;
import java.util.List;
import java.util.Optional;

/** Stage 2: reads and judges. A wrong document never makes it throw; it makes findings. */
public interface Validator {

    /**
     * One report for each interchange, in order; content in which none can be found gives one
     * report without header, rejected with DOC-001. Given a partner, also checks that sender,
     * receiver and documents are the agreed ones.
     */
    List<InterchangeReport> validate(Content content, Optional<TradingPartner> partner);

    /** Checks the guides in partner folders; they are applied with the partner that has them. */
    static FolderPart guides(Schemas schemas) {
        return new GuideFiles(schemas);
    }

    static Validator overSchemas(Schemas schemas) {
        return overSchemas(schemas, 1);
    }

    /** The same, that shares the sets of a large content out to so many threads. */
    static Validator overSchemas(Schemas schemas, int threads) {
        return new StaediValidator(
                schemas,
                FastLane.compiled(FastLane.SHADOW_EVERY),
                ContentRules.builtIn(),
                threads,
                LookAhead.WORTH_IT);
    }
}
