package io.retrogate.acknowledge;

import io.retrogate.edi.InterchangeHeader;
import io.retrogate.edi.PartyId;
import io.retrogate.edi.Standard;
import io.retrogate.partner.TradingPartner;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * To whom an answer goes and in whose name. What the envelope left out the agreement knows; without
 * one, nobody can be answered.
 */
final class Address {

    /** X12 element I05; ZZ is "mutually defined". */
    private static final Pattern QUALIFIER = Pattern.compile("[0-9A-Z]{2}");

    private static final String ANY_QUALIFIER = "ZZ";

    private Address() {}

    /**
     * The header with parties that can be written. Empty if there is no party to write to, or, in
     * EDIFACT, no 0020 that UCI could name: it is mandatory there.
     */
    static Optional<InterchangeHeader> of(
            InterchangeHeader header, Optional<TradingPartner> partner) {
        var theirs = partner.map(TradingPartner::identifiers).orElse(List.of());
        var ours = partner.map(TradingPartner::ownIdentifiers).orElse(List.of());
        var sender = party(header.sender(), theirs, header.standard());
        var receiver = party(header.receiver(), ours, header.standard());
        boolean named =
                header.standard() == Standard.X12 || !header.controlNumber().value().isBlank();
        return sender.isEmpty() || receiver.isEmpty() || !named
                ? Optional.empty()
                : Optional.of(header.with(sender.get(), receiver.get()));
    }

    private static Optional<PartyId> party(PartyId named, List<PartyId> agreed, Standard standard) {
        if (named.value().isBlank()) {
            return agreed.stream().findFirst();
        }
        return Optional.of(
                standard == Standard.X12 && !QUALIFIER.matcher(named.qualifier()).matches()
                        ? new PartyId(ANY_QUALIFIER, named.value())
                        : named);
    }
}
