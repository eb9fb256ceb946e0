package io.retrogate.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.edi.Finding;
import io.retrogate.edi.GroupReport;
import io.retrogate.edi.InterchangeReport;
import io.retrogate.edi.TransactionReport;
import io.retrogate.edi.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever comes in: the validator ends, does not throw, and what it says fits the bytes. */
class MutantsTest {

    private static final long SEED = 20261123;
    private static final int MUTANTS = 3_000;

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void staysWithinTheBytesOfAnyDocument() throws IOException {
        var corpus = corpus();
        var mutants = new Mutants(SEED);
        int accepted = 0;
        int unreadable = 0;
        for (int i = 0; i < MUTANTS; i++) {
            var mutant = mutants.of(corpus);

            var reports = new Document(mutant).reports();

            check("mutant " + i + " of seed " + SEED + ": " + mutant, mutant, reports);
            accepted += reports.stream().allMatch(it -> it.verdict() == Verdict.ACCEPTED) ? 1 : 0;
            unreadable += reports.stream().allMatch(it -> it.header().isEmpty()) ? 1 : 0;
        }
        // the mutants are worth something: most are broken, but not beyond recognition
        assertThat(accepted).isBetween(1, MUTANTS / 3);
        assertThat(unreadable).isLessThan(MUTANTS / 3);
    }

    static List<String> corpus() throws IOException {
        try (var files = Files.walk(Path.of("edi-samples"))) {
            var texts =
                    files.filter(file -> file.endsWith("received.edi"))
                            .filter(file -> !file.toString().contains("noise"))
                            .sorted()
                            .map(Path::toFile);
            var corpus = new java.util.ArrayList<String>();
            for (var file : texts.toList()) {
                corpus.add(Files.readString(file.toPath(), StandardCharsets.ISO_8859_1));
            }
            assertThat(corpus).isNotEmpty();
            return corpus;
        }
    }

    private static void check(String mutant, String text, List<InterchangeReport> reports) {
        assertThat(reports).as(mutant).isNotEmpty();
        long from = 0;
        for (var report : reports) {
            assertThat(report.start()).as(mutant).isGreaterThanOrEqualTo(from);
            assertThat(report.end()).as(mutant).isBetween(report.start(), (long) text.length());
            from = report.end();
            report.transactions().forEach(it -> check(mutant, text, report, it));
            report.allFindings().forEach(it -> check(mutant, text, report, it));
            check(mutant, report);
        }
    }

    private static void check(
            String mutant, String text, InterchangeReport report, TransactionReport transaction) {
        assertThat(transaction.start()).as(mutant).isBetween(report.start(), report.end());
        assertThat(transaction.end()).as(mutant).isBetween(transaction.start(), report.end());
        var slice = text.substring((int) transaction.start(), (int) transaction.end());
        var terminator = report.header().orElseThrow().delimiters().segment();
        assertThat(slice).as(mutant).matches("(?s)(ST|UNH).*");
        assertThat(slice.charAt(slice.length() - 1)).as(mutant).isEqualTo(terminator);
    }

    private static void check(
            String mutant, String text, InterchangeReport report, Finding finding) {
        var at = finding.position();
        assertThat(finding.explanation()).as(mutant).isNotBlank();
        assertThat(at.offset()).as(mutant).isBetween(-1L, report.end() - report.start());
        if (at.element() > 0 && at.offset() >= 0 && !finding.text().isEmpty()) {
            int offset = (int) (report.start() + at.offset());
            assertThat(text.startsWith(finding.text(), offset)).as(mutant + finding).isTrue();
        }
    }

    /** Nothing is accepted that has errors, and no whole whose parts are all refused. */
    private static void check(String mutant, InterchangeReport report) {
        for (var transaction : report.transactions().toList()) {
            boolean error =
                    transaction.findings().stream()
                            .anyMatch(it -> it.severity() == Finding.Severity.ERROR);
            assertThat(transaction.verdict() == Verdict.REJECTED).as(mutant).isEqualTo(error);
        }
        for (GroupReport group : report.groups()) {
            boolean all =
                    !group.transactions().isEmpty()
                            && group.transactions().stream()
                                    .allMatch(it -> it.verdict() == Verdict.REJECTED);
            if (all) {
                assertThat(group.verdict()).as(mutant).isEqualTo(Verdict.REJECTED);
            }
        }
    }
}
