package io.retrogate.cli;

import io.retrogate.edi.InterchangeReport;
import io.retrogate.partner.TradingPartner;
import io.retrogate.returns.Origin;
import io.retrogate.returns.TranslatedInterchange;
import io.retrogate.translate.FileTranslator;
import io.retrogate.validate.Validator;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Judges what is given. A file without an envelope has no standard but the configuration that reads
 * it: it is good if that makes return messages of it.
 */
final class Judging {

    private final Validator validator;
    private final Optional<TradingPartner> partner;
    private final Optional<FileTranslator> files;
    private final Instant now;

    Judging(Stages stages, Optional<TradingPartner> partner, Instant now) {
        this.validator = stages.validator();
        this.partner = partner;
        // Only a partner agrees on files, and to judge EDI alone shall not wait for them.
        this.files = partner.map(it -> stages.files());
        this.now = now;
    }

    List<InterchangeReport> reports(Input input) {
        return partner.flatMap(it -> file(input, it))
                .map(List::of)
                .orElseGet(() -> validator.validate(input, partner));
    }

    private Optional<InterchangeReport> file(Input input, TradingPartner agreed) {
        var origin = new Origin(input.name(), agreed.name(), now);
        return files.flatMap(it -> it.translate(input, agreed, origin))
                .map(TranslatedInterchange::report);
    }
}
