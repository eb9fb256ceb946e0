package io.retrogate.translate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retrogate.edi.MessageType;
import io.retrogate.edi.PlainEnvelope;
import io.retrogate.edi.schema.Schemas;
import io.retrogate.partner.DocumentAgreement;
import io.retrogate.partner.TradingPartner;
import io.retrogate.returns.Kind;
import io.retrogate.returns.ReturnMessage;
import io.retrogate.returns.ReturnMessageSchema;
import io.retrogate.translate.message.Completion;
import io.retrogate.translate.message.Target;
import io.retrogate.translate.plan.PlanTask;
import io.retrogate.translate.shape.EdiDocument;
import io.retrogate.translate.shape.MessageShaping;
import io.retrogate.translate.shape.TableShelf;
import io.retrogate.translate.smooks.SingleSet;
import io.retrogate.translate.smooks.SmooksEngines;
import io.retrogate.translate.smooks.Traces;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Translates transaction sets by the Smooks configurations that agreements name, in place of our
 * mappings. Envelope, judgement and acknowledgement are the same for both.
 */
final class SmooksLane {

    private final Schemas schemas;
    private final SmooksEngines engines;
    private final TableShelf tables = new TableShelf();
    private volatile @Nullable ReturnMessageSchema shape;

    SmooksLane(Schemas schemas, SmooksEngines engines) {
        this.schemas = schemas;
        this.engines = engines;
    }

    /** Empty if our mappings read this document of the partner. */
    static Optional<DocumentAgreement> agreed(MessageType type, Optional<TradingPartner> partner) {
        return partner.flatMap(it -> it.inbound(type)).filter(it -> !it.mapping().isEmpty());
    }

    /** Empty if something was found that refuses the document. */
    Optional<ReturnMessage> message(
            byte[] bytes, PlanTask task, TradingPartner partner, DocumentAgreement agreement) {
        var traces = new Traces();
        var document = new EdiDocument(task.transaction(), task.translation(), traces, tables);
        var type = task.transaction().type();
        var set =
                new SingleSet(
                        schemas,
                        type,
                        GuideChanges.of(partner.guides(), type),
                        StandardCharsets.UTF_8.name(),
                        task.transaction().firstSegment(),
                        traces);
        var engine = engines.of(partner.folder(), agreement);
        var result = engine.read(enveloped(bytes, task), set);
        result.defects().forEach(document::told);
        if (!result.defects().isEmpty()) {
            return Optional.empty();
        }
        if (result.messages().size() > 1) {
            throw MessageShaping.impossible("more than one message of one transaction set");
        }
        var kind = result.messages().stream().flatMap(it -> MessageShaping.kind(it).stream());
        var known = kind.findFirst();
        if (known.isEmpty()) {
            document.missing("The Smooks configuration does not say what kind of message it is.");
            return Optional.empty();
        }
        return finished(result.messages().get(0), known.get(), task, document);
    }

    private static InputStream enveloped(byte[] bytes, PlanTask task) {
        var type = task.transaction().type();
        var envelope = new PlainEnvelope(type, "AN", task.header().delimiters());
        return new SequenceInputStream(
                Collections.enumeration(
                        List.of(
                                text(envelope.header()),
                                text(task.characters().text(bytes, 0, bytes.length)),
                                text(envelope.trailer()))));
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private Optional<ReturnMessage> finished(
            Map<?, ?> map, Kind kind, PlanTask task, EdiDocument document) {
        var target = new Target();
        task.envelope().write(target, task.transaction(), kind);
        new MessageShaping(document).write(map, target);
        var tree = target.finish();
        if (!task.translation().failed()) {
            Completion.linkPackages(tree);
            check(tree, document);
        }
        return task.translation().failed()
                ? Optional.empty()
                : Optional.of(RuleLane.finished(tree, task.transaction(), task.translation()));
    }

    private void check(ObjectNode tree, EdiDocument document) {
        var known = shape;
        if (known == null) {
            known = ReturnMessageSchema.builtIn();
            shape = known;
        }
        known.problems(tree)
                .forEach(
                        it ->
                                document.missing(
                                        "The return message would not be valid: " + it + "."));
    }
}
