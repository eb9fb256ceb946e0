package io.retrogate.translate;

import io.retrogate.edi.Content;
import io.retrogate.edi.InterchangeReport;
import io.retrogate.edi.schema.Schemas;
import io.retrogate.partner.FolderPart;
import io.retrogate.partner.TradingPartner;
import io.retrogate.returns.Origin;
import io.retrogate.returns.TranslatedInterchange;
import java.util.Optional;

/** Stage 3: a pure function of the bytes, the report, the origin and the mapping tables. */
public interface Translator {

    /**
     * With the mapping tables of this jar, compiled when they are first needed; a table that fits
     * no schema makes it throw (TRN-001 to TRN-006).
     */
    static Translator builtIn(Schemas schemas) {
        return new TableTranslator(
                new PartnerMappings(Mappings.builtIn(schemas::find))::find,
                new PlanLane(PlanLane.SHADOW_EVERY));
    }

    /** Checks the mappings in partner folders; they are applied with the partner that has them. */
    static FolderPart mappings(Schemas schemas) {
        return new MappingFiles(Mappings.builtIn(schemas::find));
    }

    /**
     * Translates every transaction set of one interchange that was not rejected, neither by itself
     * nor with its group or interchange. What cannot be read as what it stands for becomes an ERROR
     * finding of its transaction set, which is then rejected and gives no document.
     * Acknowledgements give no document either. Mappings of the partner's own take the place of
     * ours.
     */
    TranslatedInterchange translate(
            Content content,
            InterchangeReport report,
            Origin origin,
            Optional<TradingPartner> partner);
}
