package io.retrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.retrogate.edi.FileContent;
import io.retrogate.edi.Finding;
import io.retrogate.edi.InterchangeReport;
import io.retrogate.edi.Verdict;
import io.retrogate.edi.schema.Schemas;
import io.retrogate.returns.Origin;
import io.retrogate.translate.Translator;
import io.retrogate.validate.Validator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Real documents of other people, where a folder of them lies beside the checkout: each gets a
 * verdict in time, and whoever is refused is told why. {@code target/documents-of-others.txt} then
 * has a line for each.
 */
class DocumentsOfOthersTest {

    private static final Path FOLDER =
            Path.of(System.getProperty("documents.of.others", "../shared/samples"));
    private static final Path LINES = Path.of("target", "documents-of-others.txt");
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private static final Schemas SCHEMAS = Schemas.builtIn();
    private static final Validator VALIDATOR = Validator.overSchemas(SCHEMAS);
    private static final Translator TRANSLATOR = Translator.builtIn(SCHEMAS);

    @TestFactory
    Stream<DynamicTest> documents() throws IOException {
        assumeThat(FOLDER).isDirectory();
        try (var files = Files.walk(FOLDER)) {
            var found = files.filter(DocumentsOfOthersTest::isDocument).sorted().toList();
            assertThat(found).hasSizeGreaterThan(50);
            Files.createDirectories(LINES.getParent());
            Files.deleteIfExists(LINES);
            return found.stream()
                    .map(file -> DynamicTest.dynamicTest(name(file), () -> check(file)));
        }
    }

    private static boolean isDocument(Path file) {
        var name = file.getFileName().toString();
        return Files.isRegularFile(file)
                && !name.equals("SOURCES.txt")
                && !name.equals("INDEX.tsv");
    }

    private static String name(Path file) {
        return FOLDER.relativize(file).toString();
    }

    private static void check(Path file) throws IOException {
        var reports = assertTimeoutPreemptively(LIMIT, () -> judged(file));
        assertThat(reports).isNotEmpty();
        tell(name(file), reports);
        for (var report : reports) {
            var findings = report.allFindings().toList();
            assertThat(findings).allSatisfy(DocumentsOfOthersTest::isExplained);
            if (report.verdict() == Verdict.REJECTED) {
                assertThat(findings)
                        .anySatisfy(
                                it -> assertThat(it.severity()).isEqualTo(Finding.Severity.ERROR));
            }
        }
    }

    /** Verdicts of the interchanges, then the gravest of what was found, the first of its kind. */
    private static void tell(String name, List<InterchangeReport> reports) throws IOException {
        var verdicts =
                reports.stream()
                        .map(it -> it.verdict().toString())
                        .distinct()
                        .collect(Collectors.joining(", "));
        var findings = reports.stream().flatMap(InterchangeReport::allFindings).toList();
        var first =
                findings.stream()
                        .filter(it -> it.severity() == Finding.Severity.ERROR)
                        .findFirst()
                        .or(() -> findings.stream().findFirst())
                        .map(
                                it ->
                                        ", %d found: %s %s %s"
                                                .formatted(
                                                        findings.size(),
                                                        it.position(),
                                                        it.problem().id(),
                                                        it.explanation()))
                        .orElse("");
        var line = name + ": " + verdicts + first.replaceAll("\\p{Cc}", ".") + "\n";
        Files.writeString(LINES, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static void isExplained(Finding finding) {
        assertThat(finding.explanation()).endsWith(".").hasSizeBetween(10, 400);
        assertThat(finding.remedy()).isNotBlank();
    }

    private static List<InterchangeReport> judged(Path file) {
        var content = new FileContent(file);
        var origin = new Origin("other", "", Instant.parse("2026-01-01T00:00:00Z"));
        return VALIDATOR.validate(content, Optional.empty()).stream()
                .map(
                        report ->
                                report.header().isEmpty()
                                        ? report
                                        : TRANSLATOR
                                                .translate(
                                                        content, report, origin, Optional.empty())
                                                .report())
                .toList();
    }
}
