package io.retrogate.partner;

import io.retrogate.edi.CharacterSet;
import io.retrogate.edi.InterchangeHeader;
import io.retrogate.edi.MessageType;
import io.retrogate.edi.PartyId;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The other company, as its folder under {@code routes/} describes it.
 *
 * @param identifiers by which it signs envelopes (ISA06, UNB 0004)
 * @param ownIdentifiers by which it addresses us (ISA08, UNB 0010)
 * @param acknowledgeBy {@code as2} or the name of the route that carries our answers, {@code sftp};
 *     empty: no way back
 * @param charset of what it sends and of what it gets; empty: what UNB S001 says, or ISO 8859-1
 */
public record TradingPartner(
        String name,
        Path folder,
        List<PartyId> identifiers,
        List<PartyId> ownIdentifiers,
        Optional<As2Agreement> as2,
        List<DocumentAgreement> documents,
        String acknowledgeBy,
        Policies policies,
        List<Guide> guides,
        List<MappingFile> mappings,
        Optional<Charset> charset) {

    /** One with whom nothing special was agreed. */
    public TradingPartner(
            String name,
            Path folder,
            List<PartyId> identifiers,
            List<PartyId> ownIdentifiers,
            Optional<As2Agreement> as2,
            List<DocumentAgreement> documents,
            String acknowledgeBy) {
        this(
                name,
                folder,
                identifiers,
                ownIdentifiers,
                as2,
                documents,
                acknowledgeBy,
                Policies.STANDARD,
                List.of(),
                List.of(),
                Optional.empty());
    }

    public TradingPartner {
        identifiers = List.copyOf(identifiers);
        ownIdentifiers = List.copyOf(ownIdentifiers);
        documents = List.copyOf(documents);
        guides = List.copyOf(guides);
        mappings = List.copyOf(mappings);
    }

    /**
     * The inbound agreement for this message. An agreement without association covers every
     * association, and one that names an agency ({@code D96A EN}) every association of that agency.
     */
    public Optional<DocumentAgreement> inbound(MessageType type) {
        return documents.stream()
                .filter(d -> d.direction() == DocumentAgreement.Direction.INBOUND)
                .filter(d -> d.message().standard() == type.standard())
                .filter(d -> d.message().code().equals(type.code()))
                .filter(d -> d.message().version().equals(type.version()))
                .filter(d -> d.message().association().isEmpty() || covers(d.message(), type))
                .findFirst();
    }

    /** Whether each line of such a document is judged alone. */
    public static boolean judgesEachLine(Optional<TradingPartner> partner, MessageType type) {
        return partner.flatMap(it -> it.inbound(type))
                .filter(DocumentAgreement::eachLine)
                .isPresent();
    }

    /** The same partner with another guide in place of this one. */
    public TradingPartner with(Guide guide, Guide other) {
        var others = guides.stream().map(it -> it.equals(guide) ? other : it).toList();
        return new TradingPartner(
                name,
                folder,
                identifiers,
                ownIdentifiers,
                as2,
                documents,
                acknowledgeBy,
                policies,
                others,
                mappings,
                charset);
    }

    /** How it reads a document of ours: in the agreed characters, and as strictly as anybody. */
    public TradingPartner readerOf(MessageType type) {
        var incoming =
                new DocumentAgreement(DocumentAgreement.Direction.INBOUND, type, "none", List.of());
        return new TradingPartner(
                name,
                folder,
                ownIdentifiers,
                identifiers,
                Optional.empty(),
                List.of(incoming),
                "",
                Policies.STANDARD,
                List.of(),
                List.of(),
                charset);
    }

    /** As it is for somebody with whom nothing special was agreed, too. */
    public static LateFaults lateFaults(Optional<TradingPartner> partner) {
        return partner.map(TradingPartner::policies).orElse(Policies.STANDARD).lateFaults();
    }

    /** The characters in which an interchange of this partner's is read. */
    public static CharacterSet characters(
            Optional<TradingPartner> partner, InterchangeHeader header) {
        return CharacterSet.of(header, partner.flatMap(TradingPartner::charset));
    }

    /** What its implementation guide says of this message. */
    public Optional<Guide> guide(MessageType type) {
        return guides.stream().filter(it -> it.isFor(type)).findFirst();
    }

    private static boolean covers(MessageType agreed, MessageType type) {
        return type.association().equals(agreed.association())
                || type.association().startsWith(agreed.association() + ":");
    }
}
