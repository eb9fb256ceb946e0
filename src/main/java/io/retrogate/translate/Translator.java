package io.retrogate.translate;

import io.retrogate.edi.Content;
import io.retrogate.edi.InterchangeReport;
import io.retrogate.edi.schema.Schemas;
import io.retrogate.partner.FolderPart;
import io.retrogate.partner.TradingPartner;
import io.retrogate.returns.Origin;
import io.retrogate.returns.TranslatedDocument;
import io.retrogate.returns.TranslatedInterchange;
import io.retrogate.translate.smooks.SmooksEngines;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Consumer;

/** Stage 3: a pure function of the bytes, the report, the origin and the mapping tables. */
public interface Translator {

    /**
     * With the mapping tables of this jar, compiled when they are first needed; a table that fits
     * no schema makes it throw (TRN-001 to TRN-006).
     */
    static Translator builtIn(Schemas schemas) {
        return builtIn(schemas, 1);
    }

    /** The same, that shares the sets of a large interchange out to so many threads. */
    static Translator builtIn(Schemas schemas, int threads) {
        return TableTranslator.builtIn(schemas, new SmooksEngines(), threads);
    }

    /** Checks the mappings in partner folders; they are applied with the partner that has them. */
    static FolderPart mappings(Schemas schemas) {
        return new MappingFiles(Mappings.builtIn(schemas::find));
    }

    /**
     * Translates every transaction set of one interchange that was not rejected, neither by itself
     * nor with its group or interchange. What cannot be read as what it stands for becomes an ERROR
     * finding of its transaction set, which is then rejected and gives no document; where each line
     * is judged alone, a LINE finding, and the message lacks that line. Acknowledgements give no
     * document either. Mappings of the partner's own take the place of ours, and so does the Smooks
     * configuration that an agreement names for the document.
     *
     * <p>Each document is handed on as soon as it is made, in order, and is not kept: memory does
     * not grow with the interchange. Where the partner's {@link io.retrogate.partner.LateFaults}
     * are atomic, it is made once to see whether it goes on, and again to go on.
     *
     * @return the report, joined with what the translation found
     */
    InterchangeReport translate(
            Content content,
            InterchangeReport report,
            Origin origin,
            Optional<TradingPartner> partner,
            Consumer<TranslatedDocument> documents);

    /** The same with all documents at once, for interchanges that are known to be small. */
    default TranslatedInterchange translate(
            Content content,
            InterchangeReport report,
            Origin origin,
            Optional<TradingPartner> partner) {
        var documents = new ArrayList<TranslatedDocument>();
        var joined = translate(content, report, origin, partner, documents::add);
        return new TranslatedInterchange(joined, documents);
    }
}
