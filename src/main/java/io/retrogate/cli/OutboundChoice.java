package io.retrogate.cli;

import io.retrogate.edi.MessageType;
import io.retrogate.edi.PartyId;
import io.retrogate.partner.DocumentAgreement;
import io.retrogate.partner.DocumentAgreement.Direction;
import io.retrogate.partner.DocumentName;
import io.retrogate.partner.TradingPartner;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What an agreement says about documents that we send. */
record OutboundChoice(Optional<TradingPartner> partner) {

    /** The type that was asked for, or the only one that was agreed. */
    MessageType type(Optional<String> wanted, Function<String, RuntimeException> wrong) {
        if (wanted.isPresent()) {
            return DocumentName.parse(wanted.get())
                    .orElseThrow(() -> wrong.apply("A message is written like 'X12 180 004010'."));
        }
        var agreed = outbound();
        if (agreed.size() != 1) {
            throw wrong.apply(
                    agreed.isEmpty()
                            ? "--message is needed: no outbound document is agreed."
                            : "--message is needed: several outbound documents are agreed.");
        }
        return agreed.get(0);
    }

    private List<MessageType> outbound() {
        return partner.map(TradingPartner::documents).orElse(List.of()).stream()
                .filter(document -> document.direction() == Direction.OUTBOUND)
                .map(DocumentAgreement::message)
                .toList();
    }

    Optional<Charset> charset() {
        return partner.flatMap(TradingPartner::charset);
    }

    /** Who will read it; what was agreed of documents that come in is no matter here. */
    Optional<TradingPartner> reader(MessageType type) {
        return partner.filter(it -> it.charset().isPresent()).map(it -> it.readerOf(type));
    }

    /** We, as the partner knows us. */
    Optional<PartyId> sender() {
        return partner.flatMap(it -> it.ownIdentifiers().stream().findFirst());
    }

    Optional<PartyId> receiver() {
        return partner.flatMap(it -> it.identifiers().stream().findFirst());
    }
}
