package io.retrogate.translate;

import io.retrogate.edi.MessageType;
import io.retrogate.edi.schema.Schemas;
import io.retrogate.partner.TradingPartner;
import io.retrogate.returns.OutboundEnvelope;
import io.retrogate.returns.RenderedDocument;
import io.retrogate.returns.ReturnMessage;
import java.util.List;
import java.util.Optional;

/** Stage 3 the other way: from canonical messages to documents; a pure function. */
public interface Renderer {

    /** With the mapping tables of this jar; a wrong one makes it throw (TRN-001 to TRN-006). */
    static Renderer builtIn(Schemas schemas) {
        return new TableRenderer(new PartnerMappings(Mappings.builtIn(schemas::find)));
    }

    /**
     * Writes a message as a document of this type. What cannot be written is an ERROR finding, what
     * has no place in such a document a WARNING. Whether the document is valid says {@code
     * validate}, once it is in its interchange. Mappings of the partner's own take the place of
     * ours.
     */
    RenderedDocument render(
            ReturnMessage message, MessageType type, Optional<TradingPartner> partner);

    /**
     * The bytes of one interchange with all these documents, which are of one standard. Unless
     * other characters were agreed, X12 is ISO 8859-1, EDIFACT UNOC (ISO 8859-1), or UNOY (UTF-8)
     * where that does not suffice.
     */
    byte[] interchange(List<RenderedDocument> documents, OutboundEnvelope envelope);
}
