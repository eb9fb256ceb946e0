package io.retrogate.cli;

import io.retrogate.edi.Content;
import io.retrogate.edi.InterchangeReport;
import io.retrogate.partner.TradingPartner;
import io.retrogate.returns.Origin;
import io.retrogate.returns.TranslatedDocument;
import io.retrogate.returns.TranslatedInterchange;
import io.retrogate.translate.FileTranslator;
import io.retrogate.translate.Translator;
import io.retrogate.validate.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Validation and translation one after the other, as in the gateway. */
record Reading(
        Validator validator,
        Translator translator,
        FileTranslator files,
        Optional<TradingPartner> partner) {

    static Reading by(Stages stages, Optional<TradingPartner> partner) {
        return new Reading(stages.validator(), stages.translator(), stages.files(), partner);
    }

    List<TranslatedInterchange> read(Content content, Origin origin) {
        var read = new ArrayList<TranslatedInterchange>();
        var documents = new ArrayList<TranslatedDocument>();
        stream(
                content,
                origin,
                documents::add,
                report -> {
                    read.add(new TranslatedInterchange(report, documents));
                    documents.clear();
                });
        return read;
    }

    /** Hands on each document as it is made, and each interchange's report behind them. */
    void stream(
            Content content,
            Origin origin,
            Consumer<TranslatedDocument> documents,
            Consumer<InterchangeReport> reports) {
        var file = partner.flatMap(it -> files.translate(content, it, origin));
        if (file.isPresent()) {
            file.get().documents().forEach(documents);
            reports.accept(file.get().report());
            return;
        }
        for (var report : validator.validate(content, partner)) {
            reports.accept(translator.translate(content, report, origin, partner, documents));
        }
    }

    /** Empty if no partner was named. */
    String partnerName() {
        return partner.map(TradingPartner::name).orElse("");
    }
}
