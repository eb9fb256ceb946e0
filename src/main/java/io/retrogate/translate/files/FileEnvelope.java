package io.retrogate.translate.files;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retrogate.edi.MessageType;
import io.retrogate.edi.PartyId;
import io.retrogate.partner.TradingPartner;
import io.retrogate.returns.Origin;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** What a message from a file says of its own way here; the agreement says who speaks to whom. */
public record FileEnvelope(MessageType type, TradingPartner partner, Origin origin) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** The message with its envelope in front; a purpose that it lacks is {@code original}. */
    public ObjectNode around(ObjectNode content, int ordinal) {
        var tree = JSON.objectNode();
        tree.put("id", id(ordinal).toString()).put("schemaVersion", "1.0");
        if (content.has("kind")) {
            tree.set("kind", content.get("kind"));
        }
        tree.set("envelope", envelope(ordinal));
        tree.set("partner", parties());
        tree.putObject("purpose")
                .put("code", "original")
                .put("meaning", "original")
                .put("mapped", true);
        return tree.setAll(content);
    }

    /** The same for the same place of the same transmission, however often it is translated. */
    private UUID id(int ordinal) {
        var name = "retrogate\n" + origin.transmission() + "\nfile\n" + ordinal;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private ObjectNode envelope(int ordinal) {
        return JSON.objectNode()
                .put("standard", type.standard().name())
                .put("version", type.version())
                .put("message", type.code())
                .put("test", false)
                .put("transmission", origin.transmission())
                .put("receivedAt", origin.receivedAt().truncatedTo(ChronoUnit.MILLIS).toString())
                .put("ordinal", ordinal);
    }

    private ObjectNode parties() {
        var parties = JSON.objectNode();
        if (!origin.partner().isEmpty()) {
            parties.put("name", origin.partner());
        }
        parties.set("sender", party(partner.identifiers()));
        parties.set("receiver", party(partner.ownIdentifiers()));
        return parties;
    }

    private static ObjectNode party(List<PartyId> ids) {
        var first = ids.get(0);
        var party = JSON.objectNode();
        if (!first.qualifier().isEmpty()) {
            party.put("qualifier", first.qualifier());
        }
        return party.put("id", first.value());
    }
}
