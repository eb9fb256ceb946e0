package io.retrogate.cli;

import io.retrogate.acknowledge.Acknowledger;
import io.retrogate.edi.Content;
import io.retrogate.edi.ControlNumber;
import io.retrogate.edi.Duplicates;
import io.retrogate.edi.InterchangeReport;
import io.retrogate.ledger.PlannedAcknowledgement;
import io.retrogate.returns.TranslatedInterchange;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The answers to the interchanges of one file, numbered one after the other. An interchange that
 * stands in the file twice is answered as a duplicate, as the gateway would.
 */
record Answers(Acknowledger acknowledger, Reading reading, Instant time) {

    /** The answers one behind the other, ISO-8859-1 text. */
    String render(
            Content content,
            List<TranslatedInterchange> interchanges,
            long firstNumber,
            BiConsumer<Optional<PlannedAcknowledgement>, ControlNumber> announce) {
        var text = new StringBuilder();
        long next = firstNumber;
        var seen = new HashSet<String>();
        for (var interchange : interchanges) {
            var answers = answers(interchange.report(), content, seen);
            if (answers.isEmpty()) {
                announce.accept(Optional.empty(), number(next));
            }
            for (var answer : answers) {
                announce.accept(Optional.of(answer), number(next));
                text.append(answer.renderer().render(number(next), time));
                next++;
            }
        }
        return text.toString();
    }

    private List<PlannedAcknowledgement> answers(
            InterchangeReport report, Content content, Set<String> seen) {
        var key = Duplicates.key(report);
        boolean repeated = !key.isEmpty() && !seen.add(key);
        return acknowledger.plan(
                repeated ? Duplicates.refused(report) : report, content, reading.partner());
    }

    private static ControlNumber number(long number) {
        return new ControlNumber(String.format(Locale.ROOT, "%09d", number));
    }
}
