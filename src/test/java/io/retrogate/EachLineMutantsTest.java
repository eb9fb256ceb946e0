package io.retrogate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.retrogate.acknowledge.Acknowledger;
import io.retrogate.edi.Content;
import io.retrogate.edi.ControlNumber;
import io.retrogate.edi.InterchangeReport;
import io.retrogate.edi.MessageType;
import io.retrogate.edi.PartyId;
import io.retrogate.edi.Standard;
import io.retrogate.edi.TransactionReport;
import io.retrogate.edi.schema.Schemas;
import io.retrogate.ledger.PlannedAcknowledgement;
import io.retrogate.partner.DocumentAgreement;
import io.retrogate.partner.DocumentAgreement.Direction;
import io.retrogate.partner.TradingPartner;
import io.retrogate.returns.Origin;
import io.retrogate.returns.TranslatedInterchange;
import io.retrogate.translate.Translator;
import io.retrogate.validate.Validator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whatever is wrong with its lines, a document loses no more than these, and is answered so. */
class EachLineMutantsTest {

    private static final int MUTANTS = 300;
    private static final Instant TIME = Instant.parse("2026-02-03T09:30:59Z");

    private final Schemas schemas = Schemas.builtIn();
    private final Validator validator = Validator.overSchemas(schemas);
    private final Translator translator = Translator.builtIn(schemas);
    private final Acknowledger acknowledger = Acknowledger.byTables(schemas);
    private int inPart;

    @Test
    void loseNoMoreThanTheirWrongLines() throws IOException {
        var mutants = new Mutants(20261130);
        for (int i = 0; i < MUTANTS; i++) {
            var mutant = mutants.withAnotherValue();
            var content = Content.of(mutant.getBytes(StandardCharsets.ISO_8859_1));
            for (var report : validator.validate(content, Optional.empty())) {
                compare(mutant, content, report);
            }
        }
        assertThat(inPart).as("documents that went on in part").isGreaterThan(5);
    }

    private void compare(String mutant, Content content, InterchangeReport report) {
        var together = messages(content, agreed(report, false));
        var partner = agreed(report, true);
        var each = messages(content, partner);

        together.forEach((id, lines) -> assertThat(each).as(mutant).containsEntry(id, lines));
        for (var judged : validator.validate(content, Optional.of(partner))) {
            var translated = translated(content, judged, partner);
            long held =
                    translated.documents().stream()
                            .filter(it -> isPart(it.message().tree()))
                            .count();
            inPart += held;
            var answers = acknowledger.plan(translated.report(), content, Optional.of(partner));
            answers.forEach(it -> check(mutant, it));
            if (held > 0) {
                assertThat(answers)
                        .as(mutant)
                        .anyMatch(it -> isBusiness(it) && it.verdict().equals("P"));
            }
        }
    }

    /** The numbers of the lines of each message that goes on, by its id. */
    private Map<String, List<String>> messages(Content content, TradingPartner partner) {
        return validator.validate(content, Optional.of(partner)).stream()
                .flatMap(it -> translated(content, it, partner).documents().stream())
                .map(it -> it.message())
                .collect(
                        Collectors.toMap(
                                it -> it.id(),
                                it -> it.tree().path("lines").findValuesAsText("number"),
                                (one, other) -> one));
    }

    private TranslatedInterchange translated(
            Content content, InterchangeReport report, TradingPartner partner) {
        var origin = new Origin("mutant", "", TIME);
        return translator.translate(content, report, origin, Optional.of(partner));
    }

    private void check(String mutant, PlannedAcknowledgement answer) {
        var text = answer.renderer().render(new ControlNumber("000000007"), TIME);
        var content = Content.of(text.getBytes(StandardCharsets.ISO_8859_1));
        for (var report : validator.validate(content, Optional.empty())) {
            assertThat(report.allFindings().filter(AnswersToMutantsTest::isOurs))
                    .as(mutant + "\n" + text)
                    .isEmpty();
        }
    }

    private static boolean isBusiness(PlannedAcknowledgement answer) {
        return answer.form().equals("824") || answer.form().equals("APERAK");
    }

    private static boolean isPart(JsonNode message) {
        return message.path("validation").findValuesAsText("severity").contains("line");
    }

    private static TradingPartner agreed(InterchangeReport report, boolean eachLine) {
        return new TradingPartner(
                "acme",
                Path.of("routes/acme"),
                List.of(new PartyId("ZZ", "ACMERETAIL")),
                List.of(new PartyId("ZZ", "RETROGATE")),
                Optional.empty(),
                report.transactions()
                        .map(TransactionReport::type)
                        .map(it -> inbound(it, eachLine))
                        .toList(),
                "as2");
    }

    private static DocumentAgreement inbound(MessageType type, boolean eachLine) {
        boolean x12 = type.standard() == Standard.X12;
        return new DocumentAgreement(
                Direction.INBOUND,
                type,
                x12 ? "997" : "CONTRL",
                x12 ? "824" : "APERAK",
                List.of("erp"),
                "",
                eachLine);
    }
}
