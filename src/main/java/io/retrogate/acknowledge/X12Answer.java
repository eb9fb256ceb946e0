package io.retrogate.acknowledge;

import io.retrogate.edi.ControlNumber;
import io.retrogate.edi.Delimiters;
import io.retrogate.edi.InterchangeHeader;
import io.retrogate.edi.PartyId;
import io.retrogate.ledger.PlannedAcknowledgement.Renderer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One X12 interchange that answers another: a TA1 if there is a note, and one 997 or 999 for each
 * group, or one 824 for each document. Times are UTC.
 */
record X12Answer(InterchangeHeader to, Optional<EnvelopeJudgement> note, List<AnswerSet> groups)
        implements Renderer {

    // Far apart, so that the further groups of one answer do not meet the next answers' numbers.
    private static final long NEXT_GROUP = 1_000_000;
    private static final long NUMBERS = 1_000_000_000;

    /** X12 element I05. */
    private static final Pattern QUALIFIER = Pattern.compile("[0-9A-Z]{2}");

    X12Answer {
        groups = List.copyOf(groups);
    }

    @Override
    public String render(ControlNumber interchange, Instant ledgerTime) {
        var delimiters = AnswerDelimiters.x12(to);
        var safe = new X12Text(delimiters);
        var segments =
                new Segments(
                        delimiters.element(),
                        delimiters.component(),
                        delimiters.segment(),
                        safe::of);
        var number = X12Text.digits(interchange.value(), 9);
        var applications = byApplication();
        var issue = Issue.of(number, ledgerTime);
        segments.addRaw(isa(delimiters, safe, issue));
        note.ifPresent(envelope -> ta1(segments, envelope));
        long groupNumber = Long.parseLong(number);
        for (var answered : applications) {
            functionalGroup(segments, answered, groupNumber, issue);
            groupNumber = (groupNumber + NEXT_GROUP) % NUMBERS;
        }
        return segments.add("IEA", applications.size(), number).toString();
    }

    /** GS02 and GS03 name applications: each gets its answers in a group of its own. */
    private List<List<AnswerSet>> byApplication() {
        Map<List<Object>, List<AnswerSet>> applications = new LinkedHashMap<>();
        for (var answer : groups) {
            var group = answer.group();
            var key = List.<Object>of(group.sender(), group.receiver(), answer.version());
            applications.computeIfAbsent(key, k -> new ArrayList<>()).add(answer);
        }
        return List.copyOf(applications.values());
    }

    private String isa(Delimiters delimiters, X12Text safe, Issue issue) {
        boolean old = to.version().compareTo("00402") < 0;
        char repetition = delimiters.repetition() == 0 ? '^' : delimiters.repetition();
        return String.join(
                String.valueOf(delimiters.element()),
                "ISA",
                "00",
                " ".repeat(10),
                "00",
                " ".repeat(10),
                qualifier(to.receiver()),
                safe.fixed(name(to.receiver()), 15),
                qualifier(to.sender()),
                safe.fixed(name(to.sender()), 15),
                issue.day().substring(2),
                issue.time(),
                old ? "U" : String.valueOf(repetition),
                X12Text.digits(to.version(), 5),
                issue.number(),
                "0",
                to.test() ? "T" : "P",
                String.valueOf(delimiters.component()));
    }

    /** What no sender can have meant would make our own header wrong: then mutually defined. */
    private static String qualifier(PartyId party) {
        return QUALIFIER.matcher(party.qualifier()).matches() ? party.qualifier() : "ZZ";
    }

    private static String name(PartyId party) {
        return party.value().isBlank() ? "UNKNOWN" : party.value();
    }

    private void ta1(Segments segments, EnvelopeJudgement envelope) {
        segments.add(
                "TA1",
                X12Text.digits(to.controlNumber().value(), 9),
                X12Text.digits(to.date(), 6),
                X12Text.digits(to.time(), 4),
                envelope.letter(),
                envelope.gravest()
                        .map(f -> InterchangeNoteCode.of(f.problem(), f.position()))
                        .orElse(envelope.rejected() ? "022" : "000"));
    }

    private static void functionalGroup(
            Segments segments, List<AnswerSet> answered, long number, Issue issue) {
        var first = answered.get(0).group();
        segments.add(
                "GS",
                answered.get(0).code(),
                first.receiver().value(),
                first.sender().value(),
                issue.day(),
                issue.time(),
                number,
                "X",
                answered.get(0).version());
        int ordinal = 0;
        for (var answer : answered) {
            answer.write(segments, ++ordinal, issue);
        }
        segments.add("GE", answered.size(), number);
    }
}
