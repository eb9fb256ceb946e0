package io.retrogate;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.acknowledge.Acknowledger;
import io.retrogate.edi.Content;
import io.retrogate.edi.ControlNumber;
import io.retrogate.edi.Finding;
import io.retrogate.edi.InterchangeReport;
import io.retrogate.edi.MessageType;
import io.retrogate.edi.TransactionReport;
import io.retrogate.edi.Verdict;
import io.retrogate.edi.schema.Schemas;
import io.retrogate.ledger.PlannedAcknowledgement;
import io.retrogate.partner.TradingPartner;
import io.retrogate.returns.Origin;
import io.retrogate.translate.Translator;
import io.retrogate.validate.Validator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every folder with a {@code received.edi} is a test: findings, verdicts and our answer. */
class SamplesTest {

    private static final Path SAMPLES = Path.of("edi-samples");
    private static final Instant TIME = Instant.parse("2026-01-01T00:00:00Z");
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");

    private final Schemas schemas = Schemas.builtIn();
    private final Validator validator = Validator.overSchemas(schemas);
    private final Translator translator = Translator.builtIn(schemas);
    private final Acknowledger acknowledger = Acknowledger.byTables(schemas);

    @TestFactory
    List<DynamicTest> samples() throws IOException {
        try (var files = Files.walk(SAMPLES)) {
            var folders =
                    files.filter(file -> file.endsWith("received.edi"))
                            .map(Path::getParent)
                            .sorted()
                            .toList();
            assertThat(folders).hasSizeGreaterThan(20);
            return folders.stream()
                    .map(
                            folder ->
                                    DynamicTest.dynamicTest(
                                            SAMPLES.relativize(folder).toString(),
                                            () -> check(folder)))
                    .toList();
        }
    }

    private void check(Path folder) throws IOException {
        var bytes = Files.readAllBytes(folder.resolve("received.edi"));
        var content = new Bytes(bytes);
        var partner = SamplePartner.of(folder);
        var reports = validator.validate(content, partner);
        reports.stream()
                .flatMap(InterchangeReport::transactions)
                .forEach(transaction -> checkSlice(bytes, transaction));
        var answers = answers(content, reports, partner);

        compare(folder.resolve("findings.txt"), findings(reports));
        compare(folder.resolve("verdicts.txt"), verdicts(reports));
        compare(folder.resolve("acknowledgement.edi"), String.join("\n", answers));
        answers.forEach(answer -> checkAnswer(answer, partner));
    }

    /** A slice starts with its header segment; the trailer's terminator ends it if there is one. */
    private static void checkSlice(byte[] bytes, TransactionReport transaction) {
        var slice =
                new String(
                        bytes,
                        (int) transaction.start(),
                        (int) (transaction.end() - transaction.start()),
                        StandardCharsets.ISO_8859_1);
        assertThat(slice).matches("(?s)(ST|UNH)[^A-Za-z0-9].*");
        if (transaction.verdict() != Verdict.REJECTED) {
            assertThat(slice).matches("(?s).*(SE|UNT)[^A-Za-z0-9][0-9]+.[A-Za-z0-9]+[^A-Za-z0-9]");
        }
    }

    private List<String> answers(
            Content content, List<InterchangeReport> reports, Optional<TradingPartner> partner) {
        return reports.stream()
                .map(
                        r ->
                                translator
                                        .translate(
                                                content, r, new Origin("sample", "", TIME), partner)
                                        .report())
                .flatMap(report -> acknowledger.plan(report, content, partner).stream())
                .map(PlannedAcknowledgement::renderer)
                .map(renderer -> renderer.render(new ControlNumber("000000001"), TIME))
                .toList();
    }

    private void checkAnswer(String answer, Optional<TradingPartner> partner) {
        var content = new Bytes(answer.getBytes(StandardCharsets.ISO_8859_1));
        var reader =
                partner.filter(it -> it.charset().isPresent())
                        .map(it -> it.readerOf(MessageType.x12("997", "004010")));
        assertThat(validator.validate(content, reader))
                .allSatisfy(report -> assertThat(report.verdict()).isEqualTo(Verdict.ACCEPTED));
    }

    private static String findings(List<InterchangeReport> reports) {
        return reports.stream()
                .flatMap(InterchangeReport::allFindings)
                .map(SamplesTest::line)
                .collect(Collectors.joining());
    }

    private static String line(Finding finding) {
        return (finding.problem().id()
                                + " "
                                + finding.position()
                                + " "
                                + finding.severity()
                                + " "
                                + finding.text().replaceAll("\\s+", " "))
                        .stripTrailing()
                + "\n";
    }

    private static String verdicts(List<InterchangeReport> reports) {
        return reports.stream()
                .flatMap(
                        report ->
                                Stream.concat(
                                        Stream.of(report.verdict() + "\n"),
                                        report.transactions()
                                                .map(
                                                        t ->
                                                                "  "
                                                                        + t.type()
                                                                        + " "
                                                                        + t.verdict()
                                                                        + " "
                                                                        + t.start()
                                                                        + ".."
                                                                        + t.end()
                                                                        + "\n")))
                .collect(Collectors.joining());
    }

    /** A file that is not there stands for nothing. */
    private static void compare(Path file, String actual) throws IOException {
        if (UPDATE) {
            Files.deleteIfExists(file);
            if (!actual.isEmpty()) {
                Files.writeString(file, actual, StandardCharsets.ISO_8859_1);
            }
            return;
        }
        var expected =
                Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
        assertThat(actual).as(file.toString()).isEqualTo(expected);
    }

    private static final class Bytes implements Content {
        private final byte[] bytes;

        Bytes(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public long size() {
            return bytes.length;
        }
    }
}
