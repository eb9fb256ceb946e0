package io.retrogate.validate;

import static io.retrogate.edi.DocumentProblem.TRANSACTION_UNSUPPORTED;
import static io.retrogate.edi.DocumentProblem.VERSION_UNSUPPORTED;

import io.retrogate.edi.Content;
import io.retrogate.edi.Delimiters;
import io.retrogate.edi.DocumentProblem;
import io.retrogate.edi.MessageType;
import io.retrogate.edi.Standard;
import io.retrogate.edi.schema.Schemas;
import io.retrogate.partner.TradingPartner;
import java.io.IOException;
import java.util.Optional;

/**
 * Judges one transaction set by the agreement and by its schema. Each is read alone, within an
 * envelope of our own, so that no fault of one can hide or hurt another.
 */
final class TransactionJudge {

    private final Content content;
    private final Schemas schemas;
    private final FastLane fastLane;
    private final Optional<TradingPartner> partner;

    TransactionJudge(
            Content content, Schemas schemas, FastLane fastLane, Optional<TradingPartner> partner) {
        this.content = content;
        this.schemas = schemas;
        this.fastLane = fastLane;
        this.partner = partner;
    }

    int controlNumberElement(TransactionDraft draft) {
        return draft.type.standard() == Standard.X12 ? 2 : 1;
    }

    void judge(TransactionDraft draft, GroupDraft group, Delimiters delimiters) throws IOException {
        var type = draft.type;
        var schema = schemas.find(type);
        if (schema.isEmpty()) {
            refuse(
                    draft,
                    delimiters,
                    schemas.knows(type.standard(), type.code())
                            ? VERSION_UNSUPPORTED
                            : TRANSACTION_UNSUPPORTED,
                    type + " is no document that we can read.");
        } else if (partner.isPresent() && !agreed(partner.get(), type)) {
            refuse(
                    draft,
                    delimiters,
                    TRANSACTION_UNSUPPORTED,
                    type + " is not agreed with " + partner.get().name() + ".");
        } else {
            var slice = new TransactionSlice(content, draft, group, delimiters);
            if (!fastLane.surelyValid(schema.get(), slice)) {
                draft.findings.addAll(0, new SchemaReading(schema.get(), slice).findings());
            }
        }
    }

    /** What partners say of our own documents needs no agreement. */
    private static boolean agreed(TradingPartner partner, MessageType type) {
        return type.code().equals("997")
                || type.code().equals("999")
                || type.code().equals("CONTRL")
                || partner.inbound(type).isPresent();
    }

    private void refuse(
            TransactionDraft draft, Delimiters delimiters, DocumentProblem problem, String why) {
        int element = draft.type.standard() == Standard.X12 ? 1 : 2;
        draft.findings.add(Findings.ofElement(problem, draft.header, delimiters, element, "", why));
    }
}
