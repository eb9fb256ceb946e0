package io.retrogate.translate;

import io.retrogate.edi.Content;
import io.retrogate.edi.InterchangeReport;
import io.retrogate.returns.Origin;
import io.retrogate.returns.TranslatedInterchange;

/** Stage 3: a pure function of the bytes, the report, the origin and the mapping tables. */
public interface Translator {

    /**
     * Translates every transaction set of one interchange that was not rejected. What cannot be
     * read as what it stands for becomes an ERROR finding of its transaction set, which is then
     * rejected and gives no document.
     */
    TranslatedInterchange translate(Content content, InterchangeReport report, Origin origin);
}
