package io.retrogate.validate;

import static io.retrogate.edi.DocumentProblem.INTERCHANGE_TRUNCATED;
import static io.retrogate.edi.DocumentProblem.INTERCHANGE_UNREADABLE;
import static io.retrogate.edi.DocumentProblem.TRANSACTION_TRAILER_MISSING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrogate.edi.Content;
import io.retrogate.edi.Finding;
import io.retrogate.edi.GatewayException;
import io.retrogate.edi.InterchangeReport;
import io.retrogate.edi.Verdict;
import io.retrogate.edi.schema.Schemas;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What stands before, between and behind interchanges. */
@Timeout(value = 20, unit = TimeUnit.SECONDS)
class FramingTest {

    private Document request;
    private Document announcement;

    @BeforeEach
    void readSamples() throws IOException {
        request = Document.sample("x12/180/request-accepted");
        announcement = Document.sample("edifact/retann/d01b-accepted");
    }

    @Test
    void passesOverAByteOrderMark() {
        var report = new Document("\u00EF\u00BB\u00BF").then(request).report();

        assertThat(report.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(report.start()).isEqualTo(3);
    }

    /** It is also the character that our own envelope writes for the repetition separator. */
    @Test
    void readsACircumflexAsElementSeparator() {
        var written = new Document(request.text().replace('*', '^'));
        var faulty = written.with("BLI^UP^012345678905^3", "BLI^UP^012345678905^x");

        assertThat(written.report().verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(faulty.finding().position().tag()).isEqualTo("BLI");
    }

    @Test
    void saysWhichVersionsItReads() {
        assertThat(request.with("004010", "004030").finding().explanation())
                .isEqualTo("180 is here of version 004030; we can read it of 004010, 005010.");
        assertThat(announcement.with("RETANN:D:01B", "RETANN:0:96A").finding().explanation())
                .contains("of version 096A; we can read it of D96A, D97B, D01B, D10B");
    }

    @Test
    void saysThatATerminatorHasSeveralBytes() {
        var written = new Document(request.text().replace("~", "\u00E2\u0080\u00A6"));

        assertThat(written.then(request).reports()).hasSize(2);
        assertThat(written.finding().explanation()).contains("'\u2026'", "several bytes");
        assertThat(written.finding().remedy()).contains("tilde");
    }

    @Test
    void readsX12AndEdifactFromOneContent() {
        var reports = request.then(announcement).then(request).reports();

        assertThat(reports)
                .extracting(InterchangeReport::verdict)
                .containsExactly(Verdict.ACCEPTED, Verdict.ACCEPTED, Verdict.ACCEPTED);
        assertThat(reports.get(1).start()).isEqualTo(request.size());
        assertThat(reports.get(2).start()).isEqualTo(request.size() + announcement.size());
    }

    @Test
    void goesOnBehindNoise() {
        var noise = new Document("Dear partner, UNArticulated ISA* noise.\r\n");

        var reports = noise.then(request).reports();

        assertThat(reports)
                .extracting(InterchangeReport::verdict)
                .containsExactly(Verdict.REJECTED, Verdict.ACCEPTED);
        assertThat(reports.get(0).findings())
                .extracting(Finding::problem)
                .containsExactly(INTERCHANGE_UNREADABLE);
        assertThat(reports.get(0).end()).isEqualTo(noise.size());
        assertThat(reports.get(1).start()).isEqualTo(noise.size());
    }

    @Test
    void goesOnBehindAnInterchangeThatWasCutOff() {
        var cut = new Document(request.text().substring(0, request.text().indexOf("BLI")));

        var reports = cut.then(announcement).reports();

        assertThat(reports)
                .extracting(InterchangeReport::verdict)
                .containsExactly(Verdict.REJECTED, Verdict.ACCEPTED);
        assertThat(reports.get(0).allFindings())
                .extracting(Finding::problem)
                .contains(INTERCHANGE_TRUNCATED, TRANSACTION_TRAILER_MISSING);
    }

    @Test
    void acceptsAFileWithoutItsLastTerminator() {
        var report = new Document(request.text().stripTrailing().replaceFirst("~$", "")).report();

        assertThat(report.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(report.end()).isEqualTo(request.text().stripTrailing().length() - 1L);
    }

    @Test
    void seesThatTheLastSegmentWasCut() {
        var findings = new Document(request.text().strip().replaceFirst("...~$", "")).findings();

        assertThat(findings).extracting(it -> it.problem().id()).containsExactly("DOC-003");
    }

    @Test
    void countsOffsetsOfFindingsFromTheStartOfTheirInterchange() {
        var bad = request.with("BLI*UP*012345678905*3*", "BLI*UP*012345678905*x*");

        var alone = bad.finding();
        var second =
                announcement.then(bad).reports().get(1).allFindings().findFirst().orElseThrow();

        assertThat(second).isEqualTo(alone);
        assertThat(bad.text().substring((int) alone.position().offset())).startsWith("x*EA");
    }

    @Test
    void refusesDelimitersThatCannotBeToldApart() {
        var isa = request.text().substring(0, 104);

        var report = new Document(isa + "*~" + request.text().substring(106)).report();

        assertThat(report.header()).isEmpty();
        assertThat(report.findings())
                .extracting(Finding::problem)
                .containsExactly(INTERCHANGE_UNREADABLE);
    }

    @Test
    void endsSoonOnTenMegabytesOfNoise() {
        var random = new Random(1);
        var noise = new StringBuilder();
        while (noise.length() < 10_000_000) {
            noise.append((char) random.nextInt(256));
        }

        var reports = new Document(noise.toString()).reports();

        assertThat(reports).hasSize(1);
        assertThat(reports.get(0).verdict()).isEqualTo(Verdict.REJECTED);
        assertThat(reports.get(0).end()).isEqualTo(10_000_000);
    }

    @Test
    void endsSoonOnNoiseThatKeepsLookingLikeAHeader() {
        var reports =
                new Document("UNB+UNOC:3'".repeat(500_000) + "UNA:+.? 'x".repeat(9)).reports();

        assertThat(reports).hasSizeLessThan(200);
        assertThat(reports).extracting(InterchangeReport::verdict).containsOnly(Verdict.REJECTED);
    }

    @Test
    void findsAHeaderWithoutAnyTerminatorTruncated() {
        var reports =
                new Document(request.text().substring(0, 106) + "x".repeat(3_000_000)).reports();

        assertThat(reports.get(0).findings())
                .extracting(Finding::problem)
                .containsExactly(INTERCHANGE_TRUNCATED);
    }

    @Test
    void saysWhenTheContentCannotBeRead() {
        var validator = Validator.overSchemas(Schemas.builtIn());

        assertThatThrownBy(() -> validator.validate(new Lost(), Optional.empty()))
                .isInstanceOf(GatewayException.class)
                .hasMessageStartingWith("VAL-001");
    }

    private record Lost() implements Content {
        @Override
        public InputStream open() throws IOException {
            throw new NoSuchFileException("lost");
        }

        @Override
        public long size() {
            return 0;
        }
    }
}
