package io.retrogate.acknowledge;

import io.retrogate.edi.Content;
import io.retrogate.edi.ControlNumber;
import io.retrogate.edi.InterchangeReport;
import io.retrogate.edi.schema.Schemas;
import io.retrogate.ledger.PlannedAcknowledgement;
import io.retrogate.partner.TradingPartner;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The answer to a report as its segments, without terminators. */
final class Answers {

    static final Acknowledger ACKNOWLEDGER = Acknowledger.byTables(Schemas.builtIn());
    static final Content NOTHING = new Received(" ".repeat(2000));
    static final ControlNumber NUMBER = new ControlNumber("000000042");
    static final Instant TIME = Instant.parse("2026-02-03T09:30:59Z");

    private Answers() {}

    static String text(InterchangeReport report) {
        return plan(report, Optional.empty()).orElseThrow().renderer().render(NUMBER, TIME);
    }

    /** The first answer, if there is any; the content is not at hand. */
    static Optional<PlannedAcknowledgement> plan(
            InterchangeReport report, Optional<TradingPartner> partner) {
        return ACKNOWLEDGER.plan(report, NOTHING, partner).stream().findFirst();
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
