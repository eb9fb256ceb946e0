package io.retrogate.translate;

import io.retrogate.edi.Content;
import io.retrogate.edi.InterchangeReport;
import io.retrogate.edi.schema.Schemas;
import io.retrogate.returns.Origin;
import io.retrogate.returns.TranslatedInterchange;

/** Stage 3: a pure function of the bytes, the report, the origin and the mapping tables. */
public interface Translator {

    /**
     * With the mapping tables of this jar, compiled when they are first needed; a table that fits
     * no schema makes it throw (TRN-001 to TRN-006).
     */
    static Translator builtIn(Schemas schemas) {
        return new TableTranslator(
                Mappings.builtIn(schemas::find)::find, new PlanLane(PlanLane.SHADOW_EVERY));
    }

    /**
     * Translates every transaction set of one interchange that was not rejected, neither by itself
     * nor with its group or interchange. What cannot be read as what it stands for becomes an ERROR
     * finding of its transaction set, which is then rejected and gives no document.
     * Acknowledgements give no document either.
     */
    TranslatedInterchange translate(Content content, InterchangeReport report, Origin origin);
}
