package io.retrogate.acknowledge;

import io.retrogate.edi.CharacterSet;
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
record X12Answer(
        InterchangeHeader to,
        CharacterSet characters,
        Optional<EnvelopeJudgement> note,
        List<AnswerSet> groups)
        implements Renderer {

    /** X12 element I11. */
    private static final Pattern VERSION = Pattern.compile("00[2-9][0-9]{2}");

    // Far apart, so that the further groups of one answer do not meet the next answers' numbers.
    private static final long NEXT_GROUP = 1_000_000;
    private static final int LONGEST_APPLICATION = 15;
    private static final long NUMBERS = 1_000_000_000;

    X12Answer {
        groups = List.copyOf(groups);
    }

    @Override
    public String render(ControlNumber interchange, Instant ledgerTime) {
        // Theirs if it is one; what cannot be read must not make our answer unreadable too.
        var version = VERSION.matcher(to.version()).matches() ? to.version() : "00401";
        var delimiters = AnswerDelimiters.x12(to, version);
        var safe = new X12Text(delimiters, characters);
        var segments =
                new Segments(
                        delimiters.element(),
                        delimiters.component(),
                        delimiters.segment(),
                        characters,
                        safe::of);
        var number = X12Text.digits(interchange.value(), 9);
        var applications = byApplication();
        var issue = Issue.of(number, ledgerTime);
        segments.addRaw(isa(delimiters, version, safe, issue));
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

    private String isa(Delimiters delimiters, String version, X12Text safe, Issue issue) {
        return String.join(
                String.valueOf(delimiters.element()),
                "ISA",
                "00",
                " ".repeat(10),
                "00",
                " ".repeat(10),
                safe.fixed(to.receiver().qualifier(), 2),
                safe.fixed(to.receiver().value(), 15),
                safe.fixed(to.sender().qualifier(), 2),
                safe.fixed(to.sender().value(), 15),
                issue.day().substring(2),
                issue.time(),
                delimiters.repetition() == 0 ? "U" : String.valueOf(delimiters.repetition()),
                version,
                issue.number(),
                "0",
                to.test() ? "T" : "P",
                String.valueOf(delimiters.component()));
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

    private void functionalGroup(
            Segments segments, List<AnswerSet> answered, long number, Issue issue) {
        var first = answered.get(0).group();
        segments.add(
                "GS",
                answered.get(0).code(),
                application(first.receiver(), to.receiver()),
                application(first.sender(), to.sender()),
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

    /** X12 elements 142 and 124; where GS had none, the party of the interchange stands for it. */
    private static String application(PartyId named, PartyId party) {
        var value = named.value().isBlank() ? party.value() : named.value();
        return value.length() > LONGEST_APPLICATION
                ? value.substring(0, LONGEST_APPLICATION)
                : value;
    }
}
