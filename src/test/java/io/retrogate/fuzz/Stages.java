package io.retrogate.fuzz;

import io.retrogate.acknowledge.Acknowledger;
import io.retrogate.edi.Content;
import io.retrogate.edi.ControlNumber;
import io.retrogate.edi.Finding.Severity;
import io.retrogate.edi.InterchangeReport;
import io.retrogate.edi.Verdict;
import io.retrogate.edi.schema.Schemas;
import io.retrogate.returns.Origin;
import io.retrogate.translate.Translator;
import io.retrogate.validate.Validator;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What happens to a document here, without a ledger: judged, translated and answered. */
final class Stages {

    private static final Instant TIME = Instant.parse("2026-02-03T09:30:59Z");

    /** Where an answer repeats what came, however wrong that is. */
    private static final Set<String> COPIES = Set.of("AK2", "UCI", "UCF", "UCM");

    private final Schemas schemas = Schemas.builtIn();
    private final Validator validator = Validator.overSchemas(schemas);
    private final Translator translator = Translator.builtIn(schemas);
    private final Acknowledger acknowledger = Acknowledger.byTables(schemas);

    /** The first document is slow, as classes are loaded and rules read: not what is measured. */
    static Stages warm() {
        var stages = new Stages();
        for (var standard : List.of("x12", "edifact")) {
            var first = SampleScript.over(Path.of("edi-samples", standard)).play(new byte[0]);
            stages.passed(first.getBytes(StandardCharsets.ISO_8859_1));
        }
        return stages;
    }

    /** At least one verdict, each with a reason if it is a refusal, and within the bytes. */
    List<InterchangeReport> judged(byte[] bytes) {
        var reports = validator.validate(new Bytes(bytes), Optional.empty());
        require(!reports.isEmpty(), "no verdict");
        long from = 0;
        for (var report : reports) {
            require(report.start() >= from && report.end() <= bytes.length, "outside the bytes");
            from = report.end();
            boolean error = report.allFindings().anyMatch(it -> it.severity() == Severity.ERROR);
            require(error || report.verdict() != Verdict.REJECTED, "refused without a reason");
        }
        return reports;
    }

    void passed(byte[] bytes) {
        var content = new Bytes(bytes);
        for (var report : judged(bytes)) {
            if (report.header().isEmpty()) {
                continue;
            }
            var origin = new Origin("fuzz", "", TIME);
            var known = translator.translate(content, report, origin, Optional.empty()).report();
            for (var plan : acknowledger.plan(known, content, Optional.empty())) {
                answered(plan.renderer().render(new ControlNumber("000000007"), TIME));
            }
        }
    }

    /** Our own validation finds nothing wrong with our answer, copies aside. */
    private void answered(String answer) {
        for (var report : judged(answer.getBytes(StandardCharsets.ISO_8859_1))) {
            var own =
                    report.allFindings()
                            .filter(it -> it.severity() == Severity.ERROR)
                            .filter(it -> !COPIES.contains(it.position().tag()))
                            .toList();
            require(own.isEmpty(), "our answer is bad: " + own + answer);
        }
    }

    static void require(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }

    private record Bytes(byte[] bytes) implements Content {
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
