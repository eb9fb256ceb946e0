package io.retrogate.acknowledge;

import io.retrogate.edi.ControlNumber;
import io.retrogate.edi.InterchangeReport;
import io.retrogate.edi.schema.Schemas;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The answer to a report as its segments, without terminators. */
final class Answers {

    static final Acknowledger ACKNOWLEDGER = Acknowledger.byTables(Schemas.builtIn());
    static final ControlNumber NUMBER = new ControlNumber("000000042");
    static final Instant TIME = Instant.parse("2026-02-03T09:30:59Z");

    private Answers() {}

    static String text(InterchangeReport report) {
        return ACKNOWLEDGER
                .plan(report, Optional.empty())
                .orElseThrow()
                .renderer()
                .render(NUMBER, TIME);
    }

    static List<String> x12(InterchangeReport report) {
        return List.of(text(report).split("~"));
    }

    static List<String> edifact(InterchangeReport report) {
        return List.of(text(report).split("(?<!\\?)'"));
    }

    /** Those from AK2 to AK5, or all of the body of a CONTRL. */
    static List<String> body(List<String> segments) {
        return segments.stream()
                .filter(s -> s.startsWith("AK") || s.startsWith("TA1") || s.startsWith("UC"))
                .toList();
    }
}
