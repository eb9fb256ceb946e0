package io.retrogate.cli;

import io.retrogate.acknowledge.Acknowledger;
import io.retrogate.edi.ControlNumber;
import io.retrogate.ledger.PlannedAcknowledgement;
import io.retrogate.returns.TranslatedInterchange;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The answers to the interchanges of one file, numbered one after the other. */
record Answers(Acknowledger acknowledger, Reading reading, Instant time) {

    /** The answers one behind the other, ISO-8859-1 text. */
    String render(
            List<TranslatedInterchange> interchanges,
            long firstNumber,
            BiConsumer<Optional<PlannedAcknowledgement>, ControlNumber> announce) {
        var text = new StringBuilder();
        long next = firstNumber;
        for (var interchange : interchanges) {
            var number = new ControlNumber(String.format(Locale.ROOT, "%09d", next));
            var answer = acknowledger.plan(interchange.report(), reading.partner());
            announce.accept(answer, number);
            if (answer.isPresent()) {
                text.append(answer.get().renderer().render(number, time));
                next++;
            }
        }
        return text.toString();
    }
}
