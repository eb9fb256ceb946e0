package io.retrogate.deliver;

import io.retrogate.archive.Archive;
import io.retrogate.archive.ArchiveAddress;
import io.retrogate.edi.GatewayException;
import io.retrogate.ledger.Claim;
import io.retrogate.ledger.Ledger;
import io.retrogate.ledger.Rendition;
import io.retrogate.partner.Endpoint;
import io.retrogate.partner.EndpointFormat;
import io.retrogate.partner.Partners;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes what an endpoint with a format of its own gets, once for each delivery: whatever becomes of
 * the template, every attempt sends the same bytes with the same key.
 */
final class Renditions {

    private final Partners partners;
    private final Archive archive;
    private final Ledger ledger;

    /** By endpoint, so that an older template goes when a newer one comes. */
    private final Map<String, Compiled> templates = new ConcurrentHashMap<>();

    Renditions(Partners partners, Archive archive, Ledger ledger) {
        this.partners = partners;
        this.archive = archive;
        this.ledger = ledger;
    }

    private record Compiled(EndpointFormat format, MessageTemplate template) {}

    /**
     * The claim with what is to be sent for it; empty if the delivery belongs to somebody else by
     * now. Fails with DLV-008 if the template cannot render this message.
     */
    Optional<Claim> ready(Claim claim) {
        if (!claim.form().equals(HandOvers.CANONICAL)
                || !claim.rendition().equals(Rendition.NONE)) {
            return Optional.of(claim);
        }
        var format = partners.endpoint(claim.target()).flatMap(Endpoint::format);
        if (format.isEmpty()) {
            return Optional.of(claim);
        }
        var made = made(claim, template(claim.target(), format.get()));
        return ledger.rendered(claim, made) ? Optional.of(claim.with(made)) : Optional.empty();
    }

    private MessageTemplate template(String endpoint, EndpointFormat format) {
        return templates.compute(
                        endpoint,
                        (name, known) ->
                                known != null && known.format.equals(format)
                                        ? known
                                        : new Compiled(format, MessageTemplate.of(format)))
                .template;
    }

    private Rendition made(Claim claim, MessageTemplate template) {
        try (var in = archive.open(new ArchiveAddress(claim.address())).open()) {
            var bytes = template.render(in.readAllBytes());
            var kept = archive.store(new ByteArrayInputStream(bytes));
            return new Rendition(kept.address().value(), template.contentType());
        } catch (IOException e) {
            throw new GatewayException(
                    DeliverProblem.MESSAGE_UNREADABLE, claim.delivery().toString(), e);
        }
    }
}
