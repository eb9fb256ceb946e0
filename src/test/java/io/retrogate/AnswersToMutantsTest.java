package io.retrogate;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.acknowledge.Acknowledger;
import io.retrogate.edi.Content;
import io.retrogate.edi.ControlNumber;
import io.retrogate.edi.Finding;
import io.retrogate.edi.Finding.Severity;
import io.retrogate.edi.InterchangeReport;
import io.retrogate.edi.MessageType;
import io.retrogate.edi.PartyId;
import io.retrogate.edi.Standard;
import io.retrogate.edi.TransactionReport;
import io.retrogate.edi.Verdict;
import io.retrogate.edi.schema.Schemas;
import io.retrogate.ledger.PlannedAcknowledgement;
import io.retrogate.partner.DocumentAgreement;
import io.retrogate.partner.DocumentAgreement.Direction;
import io.retrogate.partner.TradingPartner;
import io.retrogate.returns.Origin;
import io.retrogate.translate.Translator;
import io.retrogate.validate.Validator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Whatever is wrong with a document, our own validation finds nothing wrong with our answer. */
class AnswersToMutantsTest {

    private static final long SEED = 20260203;
    private static final int MUTANTS = 400;

    private static final Instant TIME = Instant.parse("2026-02-03T09:30:59Z");

    private final Schemas schemas = Schemas.builtIn();
    private final Validator validator = Validator.overSchemas(schemas);
    private final Translator translator = Translator.builtIn(schemas);
    private final Acknowledger acknowledger = Acknowledger.byTables(schemas);

    @Test
    void areValidByOurOwnSchemas() throws IOException {
        var mutants = new Mutants(SEED);
        var forms = new TreeMap<String, Integer>();
        for (int i = 0; i < MUTANTS; i++) {
            var mutant = mutants.next();
            var content = new Bytes(mutant);
            for (var report : validator.validate(content, Optional.empty())) {
                for (var answer : answers(translated(content, report), content)) {
                    forms.merge(answer.form(), 1, Integer::sum);
                    check(
                            validator,
                            mutant,
                            answer.renderer().render(new ControlNumber("000000007"), TIME));
                }
            }
        }
        assertThat(forms.getOrDefault("997", 0)).isGreaterThan(MUTANTS / 10);
        assertThat(forms.getOrDefault("999", 0)).isGreaterThan(MUTANTS / 10);
        assertThat(forms.getOrDefault("CONTRL", 0)).isGreaterThan(MUTANTS / 10);
        assertThat(forms.getOrDefault("824", 0)).isGreaterThan(MUTANTS / 20);
        assertThat(forms.getOrDefault("APERAK", 0)).isGreaterThan(MUTANTS / 20);
    }

    private List<PlannedAcknowledgement> answers(InterchangeReport report, Content content) {
        var answers = new ArrayList<PlannedAcknowledgement>();
        answers.addAll(acknowledger.plan(report, content, Optional.empty()));
        acknowledger.plan(report, content, Optional.of(agreed(report))).stream()
                .filter(plan -> Set.of("999", "824", "APERAK").contains(plan.form()))
                .forEach(answers::add);
        return answers;
    }

    private InterchangeReport translated(Content content, InterchangeReport report) {
        return report.header().isEmpty()
                ? report
                : translator
                        .translate(
                                content, report, new Origin("mutant", "", TIME), Optional.empty())
                        .report();
    }

    static void check(Validator validator, String mutant, String answer) {
        for (var report : validator.validate(new Bytes(answer), Optional.empty())) {
            assertThat(report.allFindings().filter(AnswersToMutantsTest::isOurs))
                    .as(mutant + "\n" + answer)
                    .isEmpty();
            assertThat(report.verdict()).isLessThan(Verdict.PARTIAL);
        }
    }

    /** Where we name what we answer we copy what came, even if it is too short. */
    static boolean isOurs(Finding finding) {
        return finding.severity() != Severity.WARNING
                || !Set.of("AK2", "UCI", "UCF", "UCM").contains(finding.position().tag());
    }

    /** A partner who wants a 999, and an 824 or APERAK, for every document of the report. */
    private static TradingPartner agreed(InterchangeReport report) {
        return new TradingPartner(
                "acme",
                Path.of("routes/acme"),
                List.of(new PartyId("ZZ", "ACMERETAIL")),
                List.of(new PartyId("ZZ", "RETROGATE")),
                Optional.empty(),
                report.transactions().map(TransactionReport::type).map(it -> inbound(it)).toList(),
                "as2");
    }

    private static DocumentAgreement inbound(MessageType type) {
        boolean x12 = type.standard() == Standard.X12;
        return new DocumentAgreement(
                Direction.INBOUND,
                type,
                x12 ? "999" : "CONTRL",
                x12 ? "824" : "APERAK",
                List.of("erp"));
    }

    record Bytes(String text) implements Content {
        @Override
        public InputStream open() {
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
        }

        @Override
        public long size() {
            return text.length();
        }
    }
}
