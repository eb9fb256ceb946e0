package io.retrogate.translate;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.edi.Content;
import io.retrogate.edi.Finding;
import io.retrogate.edi.MessageType;
import io.retrogate.edi.PartyId;
import io.retrogate.edi.schema.Schemas;
import io.retrogate.partner.DocumentAgreement;
import io.retrogate.partner.DocumentAgreement.Direction;
import io.retrogate.partner.TradingPartner;
import io.retrogate.returns.Origin;
import io.retrogate.returns.TranslatedInterchange;
import io.retrogate.validate.Validator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Smooks over our reader makes of every sample the message that our mapping makes of it, with every
 * member and every source, and the same findings.
 */
class SmooksParityTest {

    private static final Path SAMPLES = Path.of("edi-samples");
    private static final Origin ORIGIN =
            new Origin("parity", "heron", Instant.parse("2026-01-01T00:00:00Z"));

    private final Schemas schemas = Schemas.builtIn();
    private final Validator validator = Validator.overSchemas(schemas);
    private final Translator translator = Translator.builtIn(schemas);
    private final TradingPartner heron = heron();

    @TestFactory
    Stream<DynamicTest> x12ReturnAuthorization() throws IOException {
        return samples("x12/180", 10);
    }

    @TestFactory
    Stream<DynamicTest> edifactDespatchAdvice() throws IOException {
        return samples("edifact/desadv", 8);
    }

    private Stream<DynamicTest> samples(String folder, int atLeast) throws IOException {
        try (var files = Files.walk(SAMPLES.resolve(folder))) {
            var cases = files.filter(it -> it.endsWith("received.edi")).sorted().toList();
            assertThat(cases.stream().mapToInt(it -> documents(it, Optional.empty()).size()).sum())
                    .as("documents that are translated")
                    .isGreaterThanOrEqualTo(atLeast);
            return cases.stream()
                    .map(it -> DynamicTest.dynamicTest(it.getParent().toString(), () -> check(it)));
        }
    }

    /** What a Smooks configuration cannot say: where a key goes that cannot be read. */
    private static final Set<String> REFUSED =
            Set.of("edifact/desadv/d01b-partner-old-labels-and-item-numbers");

    private void check(Path file) {
        if (REFUSED.contains(SAMPLES.relativize(file.getParent()).toString())) {
            assertThat(documents(file, Optional.of(heron))).isEmpty();
        } else {
            same(file);
        }
    }

    private void same(Path file) {
        var ours = translated(file, Optional.empty());
        var theirs = translated(file, Optional.of(heron));
        assertThat(theirs).hasSameSizeAs(ours);
        for (int i = 0; i < ours.size(); i++) {
            assertThat(findings(theirs.get(i))).isEqualTo(findings(ours.get(i)));
        }
        var expected = documents(file, Optional.empty());
        var made = documents(file, Optional.of(heron));
        assertThat(made).hasSameSizeAs(expected);
        for (int i = 0; i < made.size(); i++) {
            assertThat(made.get(i).toPrettyString()).isEqualTo(expected.get(i).toPrettyString());
        }
    }

    private static List<String> findings(TranslatedInterchange made) {
        return made.report().allFindings().map(SmooksParityTest::line).toList();
    }

    private static String line(Finding it) {
        return it.position() + " " + it.problem() + " " + it.severity() + " " + it.explanation();
    }

    /** Members in the order of their names: two objects with the same members are the same. */
    private List<com.fasterxml.jackson.databind.JsonNode> documents(
            Path file, Optional<TradingPartner> partner) {
        return translated(file, partner).stream()
                .flatMap(it -> it.documents().stream())
                .map(it -> Sorted.of(it.message().tree()))
                .toList();
    }

    private List<TranslatedInterchange> translated(Path file, Optional<TradingPartner> partner) {
        try {
            var content = Content.of(Files.readAllBytes(file));
            // Judged without the partner, who agreed on these documents only.
            return validator.validate(content, Optional.empty()).stream()
                    .map(report -> translator.translate(content, report, ORIGIN, partner))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static TradingPartner heron() {
        var documents = new ArrayList<DocumentAgreement>();
        for (var version : List.of("004010", "005010")) {
            documents.add(read(MessageType.x12("180", version), "180"));
        }
        for (var version : List.of("D96A", "D97B", "D01B", "D10B")) {
            documents.add(read(MessageType.edifact("DESADV", version, ""), "desadv"));
        }
        return new TradingPartner(
                "heron",
                Path.of("src/test/resources/smooks/heron"),
                List.of(new PartyId("ZZ", "HERON")),
                List.of(new PartyId("ZZ", "RETROGATE")),
                Optional.empty(),
                documents,
                "");
    }

    private static DocumentAgreement read(MessageType type, String mapping) {
        return new DocumentAgreement(
                Direction.INBOUND,
                type,
                "none",
                "none",
                List.of("erp"),
                "mapping/" + mapping + ".smooks.xml");
    }
}
