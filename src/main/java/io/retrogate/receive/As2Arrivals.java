package io.retrogate.receive;

import io.retrogate.archive.Archived;
import io.retrogate.ledger.Arrival;
import io.retrogate.ledger.Attachment;
import io.retrogate.ledger.Receipt;
import io.retrogate.receive.As2Request.Envelope;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What the ledger is told of one message: each document in it is a transmission, and the first one
 * claims the Message-ID for all of them.
 *
 * @param partner folder name; empty if nobody we know
 */
record As2Arrivals(Supplier<UUID> ids, Envelope envelope, String partner, Archived wire) {

    Arrival of(As2Opening.Opened opened, Optional<Receipt> receipt) {
        List<As2Contents.Document> documents = opened.contents().documents();
        if (documents.isEmpty()) {
            String refusal = opened.refusal().map(r -> r.modifier()).orElse("");
            return refused(digest(opened, wire), refusal, receipt);
        }
        As2Contents.Document first = documents.get(0);
        return arrival(
                first,
                envelope.uniqueKey(),
                digest(opened, first.content()),
                receipt,
                opened.contents().attachments(),
                documents.stream().skip(1).map(this::further).toList());
    }

    private static String digest(As2Opening.Opened opened, Archived content) {
        return opened.mic().map(Object::toString).orElse(content.sha256());
    }

    private Arrival refused(String digest, String refusal, Optional<Receipt> receipt) {
        return new Arrival(
                ids.get(),
                Arrival.Channel.AS2,
                partner,
                "",
                digest,
                envelope.messageId(),
                wire.address().value(),
                "",
                wire.sha256(),
                wire.size(),
                refusal,
                receipt);
    }

    private Arrival further(As2Contents.Document document) {
        String digest = document.content().sha256();
        return arrival(document, "", digest, Optional.empty(), List.of(), List.of());
    }

    private Arrival arrival(
            As2Contents.Document document,
            String uniqueKey,
            String digest,
            Optional<Receipt> receipt,
            List<Attachment> attachments,
            List<Arrival> further) {
        return new Arrival(
                ids.get(),
                Arrival.Channel.AS2,
                partner,
                uniqueKey,
                digest,
                envelope.messageId(),
                wire.address().value(),
                document.content().address().value(),
                document.content().sha256(),
                document.content().size(),
                "",
                receipt,
                document.fileName(),
                attachments,
                further);
    }
}
