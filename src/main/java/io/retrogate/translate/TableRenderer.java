package io.retrogate.translate;

import io.retrogate.edi.CharacterSet;
import io.retrogate.edi.Finding.Severity;
import io.retrogate.edi.MessageType;
import io.retrogate.edi.Standard;
import io.retrogate.partner.TradingPartner;
import io.retrogate.returns.MessageFinding;
import io.retrogate.returns.MessageProblem;
import io.retrogate.returns.OutboundEnvelope;
import io.retrogate.returns.RenderedDocument;
import io.retrogate.returns.ReturnMessage;
import io.retrogate.translate.out.DraftSegment;
import io.retrogate.translate.out.EdifactInterchange;
import io.retrogate.translate.out.Leftovers;
import io.retrogate.translate.out.MessagePart;
import io.retrogate.translate.out.Rendering;
import io.retrogate.translate.out.Writable;
import io.retrogate.translate.out.X12Interchange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Writes documents by the {@code out} part of mapping tables. */
final class TableRenderer implements Renderer {

    private final PartnerMappings mappings;

    TableRenderer(PartnerMappings mappings) {
        this.mappings = mappings;
    }

    @Override
    public RenderedDocument render(
            ReturnMessage message, MessageType type, Optional<TradingPartner> partner) {
        var mapping = mappings.find(type, partner).filter(Mapping::hasWayOut);
        if (mapping.isEmpty()) {
            return new RenderedDocument(type, List.of(), List.of(unsupported(type)));
        }
        var rendering = new Rendering(type.standard(), message.kind().label());
        var part = new MessagePart(message.tree(), "", new HashSet<>());
        var segments = mapping.get().render(part, rendering);
        new Leftovers(part.used(), rendering).report(part);
        var finished = segments.stream().map(TableRenderer::finished).toList();
        var written = characters(type, partner).map(Writable::new);
        var findings = new ArrayList<>(rendering.findings());
        written.ifPresent(it -> findings.addAll(it.findings(finished, part)));
        return new RenderedDocument(
                type,
                written.map(it -> finished.stream().map(it::segment).toList()).orElse(finished),
                findings);
    }

    /** Empty if they are chosen by what has to be written. */
    private static Optional<CharacterSet> characters(
            MessageType type, Optional<TradingPartner> partner) {
        var agreed = partner.flatMap(TradingPartner::charset).map(CharacterSet::new);
        return type.standard() == Standard.X12 && agreed.isEmpty()
                ? Optional.of(CharacterSet.LATIN)
                : agreed;
    }

    private static RenderedDocument.Segment finished(DraftSegment segment) {
        return new RenderedDocument.Segment(segment.tag(), segment.elements());
    }

    private static MessageFinding unsupported(MessageType type) {
        return new MessageFinding(
                MessageProblem.MESSAGE_UNSUPPORTED,
                Severity.ERROR,
                "",
                type.toString(),
                "No mapping writes a return message as " + type + ".");
    }

    @Override
    public byte[] interchange(List<RenderedDocument> documents, OutboundEnvelope envelope) {
        return documents.get(0).type().standard() == Standard.X12
                ? new X12Interchange(envelope, documents).bytes()
                : new EdifactInterchange(envelope, documents).bytes();
    }
}
