package io.retrogate.translate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retrogate.SamplePartner;
import io.retrogate.edi.Content;
import io.retrogate.edi.ControlNumber;
import io.retrogate.edi.Finding.Severity;
import io.retrogate.edi.MessageType;
import io.retrogate.edi.PartyId;
import io.retrogate.edi.Standard;
import io.retrogate.edi.schema.Schemas;
import io.retrogate.partner.TradingPartner;
import io.retrogate.returns.Origin;
import io.retrogate.returns.OutboundEnvelope;
import io.retrogate.returns.ReturnMessage;
import io.retrogate.validate.Validator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What a golden message is written as is read again as the same message. */
class RoundTripTest {

    private static final Path SAMPLES = Path.of("edi-samples");
    private static final Schemas SCHEMAS = Schemas.builtIn();
    private static final Validator VALIDATOR = Validator.overSchemas(SCHEMAS);
    private static final Translator TRANSLATOR = Translator.builtIn(SCHEMAS);
    private static final Renderer RENDERER = Renderer.builtIn(SCHEMAS);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final PartyId OURS = new PartyId("14", "4012345000009");
    private static final PartyId THEIRS = new PartyId("14", "4098765000000");
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Set<String> OWN = Set.of("id", "envelope", "partner", "validation");

    /**
     * Samples of which something has no way back yet, and what; once it has, its test says that it
     * belongs here no longer.
     */
    private static final Map<String, String> NOT_YET =
            Map.of(
                    "edifact/desadv/d01b-partner-old-labels-and-item-numbers",
                    "what is no SSCC does not say that it was meant as one",
                    "edifact/iftsta/d10b-accepted",
                    "what happened to a container is written as what happened to the consignment",
                    "edifact/iftsta/d10b-containers-before-consignments",
                    "what happened to a container is written as what happened to the consignment",
                    "x12/214/status-without-pro-number",
                    "the number that stood in B1006 comes back in B1001",
                    "x12/861/partner-conditions-of-its-own",
                    "no rule writes the NTE of this partner's lines",
                    "x12/945/partner-tracking-in-lines",
                    "a tracking number of a line is written as that of the shipment, too",
                    "x12/945/partner-tracking-of-two-lines",
                    "a tracking number of a line is written as that of the shipment, too");

    @TestFactory
    Stream<DynamicTest> messages() throws IOException {
        var tests = new ArrayList<DynamicTest>();
        for (var file : goldenFiles()) {
            int line = 0;
            for (var text : Files.readAllLines(file)) {
                var message = new ReturnMessage((ObjectNode) JSON.readTree(text));
                if (!without(message).isEmpty() || holdsBack(message)) {
                    continue;
                }
                var partner = SamplePartner.of(file.getParent());
                var name = SAMPLES.relativize(file.getParent()) + " " + ++line;
                tests.add(DynamicTest.dynamicTest(name, () -> check(file, message, partner)));
            }
        }
        assertThat(tests).isNotEmpty();
        return tests.stream();
    }

    /** Why a message has no way back; empty if it has one. */
    private static String without(ReturnMessage message) {
        var tree = message.tree();
        if (type(message).code().equals("INVRPT")) {
            return "a movement's direction is in the message by which status is told";
        }
        if (tree.at("/transport/tracking/1").isTextual() && type(message).code().equals("IFTSTA")) {
            return "an event does not say which consignment it is about";
        }
        if (tree.at("/partner/sender/id").asText().equals("TOOLHOUSE")) {
            return "what expr computes has no way back";
        }
        boolean datedOrder =
                type(message).code().equals("856")
                        && tree.path("references").findValue("date") != null;
        return datedOrder ? "an 856 is written with orders in REF, which has no date" : "";
    }

    private static List<Path> goldenFiles() throws IOException {
        try (var files = Files.walk(SAMPLES)) {
            return files.filter(file -> file.endsWith("canonical.jsonl")).sorted().toList();
        }
    }

    /** What is left of a document counts its lines anew when it is written. */
    private static boolean holdsBack(ReturnMessage message) {
        return message.tree().path("validation").findValuesAsText("severity").contains("line");
    }

    private static void check(Path file, ReturnMessage message, Optional<TradingPartner> partner) {
        if (NOT_YET.containsKey(SAMPLES.relativize(file.getParent()).toString())) {
            assertThatThrownBy(() -> check(message, partner)).isInstanceOf(AssertionError.class);
        } else {
            check(message, partner);
        }
    }

    private static void check(ReturnMessage message, Optional<TradingPartner> partner) {
        var rendered = RENDERER.render(message, type(message), partner);
        assertThat(rendered.findings()).isEmpty();
        var bytes =
                RENDERER.interchange(
                        List.of(rendered),
                        new OutboundEnvelope(
                                party(message, "sender"),
                                party(message, "receiver"),
                                new ControlNumber("17"),
                                false,
                                NOW,
                                partner.flatMap(TradingPartner::charset)));
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        var report = VALIDATOR.validate(Content.of(bytes), partner).get(0);
        assertThat(report.allFindings())
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .as(text)
                .isEmpty();
        var again =
                TRANSLATOR.translate(
                        Content.of(bytes), report, new Origin("again", "", NOW), partner);
        assertThat(again.documents()).as(text).hasSize(1);
        // Without its envelope the message does not say any more which document it is.
        var type = type(message);
        var read = numbered(bare(again.documents().get(0).message().tree()), type);
        var wanted = numbered(bare(message.tree()), type);
        // Members of an object have no order; the strings show what differs.
        if (!read.equals(wanted)) {
            assertThat(read.toPrettyString()).as(text).isEqualTo(wanted.toPrettyString());
        }
    }

    private static PartyId party(ReturnMessage message, String role) {
        var party = message.tree().path("partner").path(role);
        return new PartyId(party.path("qualifier").asText(), party.path("id").asText());
    }

    private static MessageType type(ReturnMessage message) {
        var envelope = message.tree().path("envelope");
        return new MessageType(
                Standard.valueOf(envelope.path("standard").asText()),
                envelope.path("message").asText(),
                envelope.path("version").asText(),
                envelope.path("association").asText());
    }

    /** HL numbers count up anew: a package is the first, the second …; links between them stay. */
    private static JsonNode numbered(JsonNode message, MessageType type) {
        if (!type.code().equals("856")) {
            return message;
        }
        var names = new HashMap<String, String>();
        message.path("packages")
                .forEach(it -> names.putIfAbsent(it.path("id").asText(), "" + names.size()));
        for (var owner : message.findParents("packages")) {
            owner.path("packages").forEach(it -> rename((ObjectNode) it, "id", names));
            owner.path("packages").forEach(it -> rename((ObjectNode) it, "parent", names));
        }
        return message;
    }

    private static void rename(ObjectNode owner, String member, Map<String, String> names) {
        if (owner.has(member)) {
            owner.put(member, names.getOrDefault(owner.path(member).asText(), "none"));
        }
    }

    private static JsonNode bare(JsonNode tree) {
        if (tree instanceof ArrayNode array) {
            array.forEach(RoundTripTest::bare);
        } else if (tree instanceof ObjectNode object) {
            object.remove("source");
            object.forEach(RoundTripTest::bare);
        }
        return tree instanceof ObjectNode top && top.has("schemaVersion") ? top.remove(OWN) : tree;
    }
}
