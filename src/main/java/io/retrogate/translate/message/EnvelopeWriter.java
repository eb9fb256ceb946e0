package io.retrogate.translate.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.retrogate.edi.GroupReport;
import io.retrogate.edi.InterchangeHeader;
import io.retrogate.edi.InterchangeReport;
import io.retrogate.edi.PartyId;
import io.retrogate.edi.Standard;
import io.retrogate.edi.TransactionReport;
import io.retrogate.returns.Kind;
import io.retrogate.returns.Origin;
import io.retrogate.translate.value.CheckDigit;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * Writes what the messages of an interchange say about their own way here: identity, envelope,
 * partners. Shared by all threads.
 */
public final class EnvelopeWriter {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** That the identifier is a GLN: element I05, in which 14 is a DUNS with a suffix; 0007. */
    private static final String GLN_IN_ISA = "07";

    private static final String GLN_IN_UNB = "14";

    private static final int GLN_LENGTH = 13;

    private final InterchangeReport report;
    private final InterchangeHeader header;
    private final Origin origin;

    /* What is the same for all its messages. */
    private final String receivedAt;
    private final String partner;

    public EnvelopeWriter(InterchangeReport report, InterchangeHeader header, Origin origin) {
        this.report = report;
        this.header = header;
        this.origin = origin;
        receivedAt = origin.receivedAt().truncatedTo(ChronoUnit.MILLIS).toString();
        partner = partner();
    }

    /**
     * How a message begins.
     *
     * @param json an object of which only the last brace is to be taken away
     */
    public record Head(String id, String json) {}

    public Head head(TransactionReport transaction, Kind kind) {
        var id = id(transaction).toString();
        var json = new JsonText();
        json.member("id", id);
        json.member("schemaVersion", "1.0");
        json.member("kind", kind.label());
        envelope(transaction, json.object("envelope"));
        json.close();
        json.written("partner", partner);
        return new Head(id, json.end());
    }

    public void write(Target target, TransactionReport transaction, Kind kind) {
        try {
            MAPPER.readTree(head(transaction, kind).json)
                    .forEachEntry((name, value) -> target.set(name, value, ""));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a head of our own can always be read", e);
        }
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

    private void envelope(TransactionReport transaction, JsonText envelope) {
        envelope.member("standard", header.standard().name());
        envelope.member("version", transaction.type().version());
        envelope.member("message", transaction.type().code());
        envelope.member("association", transaction.type().association());
        envelope.member("syntax", header.syntaxIdentifier());
        envelope.written("test", Boolean.toString(header.test()));
        envelope.member("transmission", origin.transmission());
        envelope.member("receivedAt", receivedAt);
        envelope.written("ordinal", Integer.toString(transaction.ordinal()));
        envelope.array("controlRefs");
        control(envelope, "interchange", header.controlNumber().value());
        var group = group(transaction).controlNumber().value();
        if (!group.isBlank()) {
            control(envelope, "group", group);
        }
        control(envelope, "transaction", transaction.controlNumber().value());
        envelope.closeArray();
    }

    /** Groups are numbered from 1 in order. */
    private GroupReport group(TransactionReport transaction) {
        return report.groups().get(transaction.group() - 1);
    }

    private static void control(JsonText into, String level, String number) {
        into.object();
        into.member("level", level);
        into.member("number", number.strip());
        into.close();
    }

    private String partner() {
        var json = new JsonText();
        json.member("name", origin.partner());
        party(json.object("sender"), header.sender());
        party(json.object("receiver"), header.receiver());
        return json.end();
    }

    private void party(JsonText party, PartyId id) {
        party.member("qualifier", id.qualifier());
        party.member("id", id.value().strip());
        var gln = header.standard() == Standard.X12 ? GLN_IN_ISA : GLN_IN_UNB;
        if (gln.equals(id.qualifier()) && isGln(id.value())) {
            party.member("gln", id.value());
        }
        party.close();
    }

    private static boolean isGln(String value) {
        return value.length() == GLN_LENGTH
                && value.chars().allMatch(c -> c >= '0' && c <= '9')
                && CheckDigit.fits(value);
    }
}
