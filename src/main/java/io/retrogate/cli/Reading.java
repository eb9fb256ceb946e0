package io.retrogate.cli;

import io.retrogate.edi.Content;
import io.retrogate.edi.InterchangeReport;
import io.retrogate.partner.TradingPartner;
import io.retrogate.returns.Origin;
import io.retrogate.returns.TranslatedInterchange;
import io.retrogate.translate.FileTranslator;
import io.retrogate.translate.Translator;
import io.retrogate.validate.Validator;
import java.util.List;
import java.util.Optional;

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
        var file = partner.flatMap(it -> files.translate(content, it, origin));
        if (file.isPresent()) {
            return List.of(file.get());
        }
        return validator.validate(content, partner).stream()
                .map(report -> translated(content, report, origin))
                .toList();
    }

    private TranslatedInterchange translated(
            Content content, InterchangeReport report, Origin origin) {
        return report.header().isEmpty()
                ? new TranslatedInterchange(report, List.of())
                : translator.translate(content, report, origin, partner);
    }

    /** Empty if no partner was named. */
    String partnerName() {
        return partner.map(TradingPartner::name).orElse("");
    }
}
