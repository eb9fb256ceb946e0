package io.retrogate.translate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.retrogate.edi.GroupReport;
import io.retrogate.edi.InterchangeHeader;
import io.retrogate.edi.InterchangeReport;
import io.retrogate.edi.PartyId;
import io.retrogate.edi.TransactionReport;
import io.retrogate.returns.Kind;
import io.retrogate.returns.Origin;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Writes what a message says about its own way here: identity, envelope, partners. */
final class EnvelopeWriter {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** ISA05 and UNB 0007 codes that say the identifier is a GLN. */
    private static final Set<String> GLN = Set.of("14", "UL");

    private final InterchangeReport report;
    private final InterchangeHeader header;
    private final Origin origin;

    EnvelopeWriter(InterchangeReport report, InterchangeHeader header, Origin origin) {
        this.report = report;
        this.header = header;
        this.origin = origin;
    }

    void write(Target target, TransactionReport transaction, Kind kind) {
        set(target, "id", id(transaction).toString());
        set(target, "schemaVersion", "1.0");
        set(target, "kind", kind.label());
        target.set("envelope", envelope(transaction), "");
        target.set("partner", partner(), "");
    }

    /** The same for the same place of the same transmission, however often it is translated. */
    private UUID id(TransactionReport transaction) {
        var name =
                String.join(
                        "\n",
                        "retrogate",
                        origin.transmission(),
                        Long.toString(report.start()),
                        header.controlNumber().value(),
                        Integer.toString(transaction.ordinal()));
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private ObjectNode envelope(TransactionReport transaction) {
        var envelope = new Target();
        set(envelope, "standard", header.standard().name());
        set(envelope, "version", transaction.type().version());
        set(envelope, "message", transaction.type().code());
        set(envelope, "association", transaction.type().association());
        set(envelope, "syntax", header.syntaxIdentifier());
        envelope.set("test", BooleanNode.valueOf(header.test()), "");
        set(envelope, "transmission", origin.transmission());
        set(envelope, "receivedAt", origin.receivedAt().truncatedTo(ChronoUnit.MILLIS).toString());
        envelope.set("ordinal", IntNode.valueOf(transaction.ordinal()), "");
        envelope.append("controlRefs", control("interchange", header.controlNumber().value()));
        group(transaction)
                .ifPresent(
                        group ->
                                envelope.append(
                                        "controlRefs",
                                        control("group", group.controlNumber().value())));
        envelope.append("controlRefs", control("transaction", transaction.controlNumber().value()));
        return envelope.finish();
    }

    /** Groups are numbered from 1 in order. */
    private Optional<GroupReport> group(TransactionReport transaction) {
        return Optional.of(report.groups().get(transaction.group() - 1))
                .filter(group -> !group.controlNumber().value().isBlank());
    }

    private static Target control(String level, String number) {
        var control = new Target();
        set(control, "level", level);
        set(control, "number", number.strip());
        return control;
    }

    private JsonNode partner() {
        var partner = JSON.objectNode();
        if (!origin.partner().isEmpty()) {
            partner.put("name", origin.partner());
        }
        partner.set("sender", party(header.sender()));
        partner.set("receiver", party(header.receiver()));
        return partner;
    }

    private static ObjectNode party(PartyId id) {
        var party = new Target();
        set(party, "qualifier", id.qualifier());
        set(party, "id", id.value().strip());
        boolean gln =
                GLN.contains(id.qualifier())
                        && id.value().matches("\\d{13}")
                        && CheckDigit.fits(id.value());
        set(party, "gln", gln ? id.value() : "");
        return party.finish();
    }

    private static void set(Target target, String name, String value) {
        if (!value.isEmpty()) {
            target.set(name, TextNode.valueOf(value), "");
        }
    }
}
