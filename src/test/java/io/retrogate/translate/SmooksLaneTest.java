package io.retrogate.translate;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.edi.Content;
import io.retrogate.edi.MessageType;
import io.retrogate.edi.PartyId;
import io.retrogate.edi.Verdict;
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
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Transaction sets that an agreement has read by a Smooks configuration. */
class SmooksLaneTest {

    private static final Path HERON = Path.of("src/test/resources/smooks/heron");
    private static final Path REQUEST = Path.of("edi-samples/x12/180/request-in-full/received.edi");
    private static final Origin ORIGIN =
            new Origin("lane", "heron", Instant.parse("2026-01-01T00:00:00Z"));

    private static final Schemas SCHEMAS = Schemas.builtIn();
    private static final Validator VALIDATOR = Validator.overSchemas(SCHEMAS);
    private static final Translator TRANSLATOR = Translator.builtIn(SCHEMAS);

    @Test
    void manyThreadsShareOneConfiguration() throws Exception {
        var content = Content.of(Files.readAllBytes(REQUEST));
        var expected = messages(translated(content, HERON));
        assertThat(expected).hasSize(2);
        var threads = Executors.newFixedThreadPool(8);
        try {
            var work = new ArrayList<Callable<List<String>>>();
            for (int i = 0; i < 160; i++) {
                work.add(() -> messages(translated(content, HERON)));
            }
            for (var done : threads.invokeAll(work)) {
                assertThat(done.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void rejectsADocumentOfWhichADecoderMakesNothing(@TempDir Path folder) throws IOException {
        Files.createDirectory(folder.resolve("mapping"));
        Files.writeString(
                folder.resolve("mapping/180.smooks.xml"),
                """
                <smooks-resource-list xmlns="https://www.smooks.org/xsd/smooks-2.0.xsd"
                    xmlns:jb="https://www.smooks.org/xsd/smooks/javabean-1.6.xsd">
                  <reader class="io.retrogate.translate.smooks.StaediReader"/>
                  <jb:bean beanId="message" class="java.util.LinkedHashMap"
                      createOnElement="transaction">
                    <jb:value property="documentNumber" data="BGN/@e02" decoder="Integer"/>
                  </jb:bean>
                </smooks-resource-list>
                """);

        var made = translated(Content.of(Files.readAllBytes(REQUEST)), folder);

        assertThat(made.documents()).isEmpty();
        assertThat(made.report().transactions().map(it -> it.verdict()))
                .containsExactly(Verdict.REJECTED, Verdict.REJECTED);
        assertThat(made.report().allFindings().filter(it -> it.problem().id().equals("DOC-071")))
                .hasSize(2)
                .allMatch(it -> it.explanation().contains("REQ-100"));
    }

    @Test
    void rejectsADocumentWithoutAKind(@TempDir Path folder) throws IOException {
        Files.createDirectory(folder.resolve("mapping"));
        var good = Files.readString(HERON.resolve("mapping/180.smooks.xml"));
        Files.writeString(
                folder.resolve("mapping/180.smooks.xml"),
                good.replace("<jb:wiring property=\"kind\" beanIdRef=\"kind\"/>", ""));

        var made = translated(Content.of(Files.readAllBytes(REQUEST)), folder);

        assertThat(made.documents()).isEmpty();
        assertThat(made.report().allFindings())
                .anyMatch(
                        it ->
                                it.problem().id().equals("DOC-070")
                                        && it.position().toString().equals("ST[3]"));
    }

    private static List<String> messages(TranslatedInterchange made) {
        return made.documents().stream().map(it -> it.message().tree().toString()).toList();
    }

    private static TranslatedInterchange translated(Content content, Path folder) {
        var partner = partner(folder);
        var reports = VALIDATOR.validate(content, Optional.of(partner));
        return TRANSLATOR.translate(content, reports.get(0), ORIGIN, Optional.of(partner));
    }

    private static TradingPartner partner(Path folder) {
        return new TradingPartner(
                "heron",
                folder,
                List.of(new PartyId("ZZ", "NORTHWIND")),
                List.of(new PartyId("07", "5412345000013")),
                Optional.empty(),
                List.of(
                        new DocumentAgreement(
                                Direction.INBOUND,
                                MessageType.x12("180", "004010"),
                                "997",
                                "none",
                                List.of("erp"),
                                "mapping/180.smooks.xml")),
                "");
    }
}
