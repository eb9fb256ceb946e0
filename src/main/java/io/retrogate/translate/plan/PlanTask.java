package io.retrogate.translate.plan;

import io.retrogate.edi.CharacterSet;
import io.retrogate.edi.InterchangeHeader;
import io.retrogate.edi.Standard;
import io.retrogate.edi.TransactionReport;
import io.retrogate.translate.message.EnvelopeWriter;
import io.retrogate.translate.rule.Translation;

/** One document to be translated: what is known of it besides its bytes. */
public record PlanTask(
        InterchangeHeader header,
        TransactionReport transaction,
        Translation translation,
        EnvelopeWriter envelope,
        CharacterSet characters) {

    public PlanTask with(Translation other) {
        return new PlanTask(header, transaction, other, envelope, characters);
    }

    boolean isX12() {
        return header.standard() == Standard.X12;
    }
}
