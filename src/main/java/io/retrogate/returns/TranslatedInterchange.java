package io.retrogate.returns;

import io.retrogate.edi.InterchangeReport;
import java.util.List;

/**
 * One interchange after translation.
 *
 * @param report the validation's report, joined with what the translation found
 * @param documents one for each transaction set that was not rejected, in order
 */
public record TranslatedInterchange(InterchangeReport report, List<TranslatedDocument> documents) {

    public TranslatedInterchange {
        documents = List.copyOf(documents);
    }
}
