package io.retrogate.acknowledge;

import io.retrogate.edi.CharacterSet;
import io.retrogate.edi.ControlNumber;
import io.retrogate.edi.Delimiters;
import io.retrogate.edi.InterchangeHeader;
import io.retrogate.edi.PartyId;
import io.retrogate.ledger.PlannedAcknowledgement.Renderer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One EDIFACT interchange that answers another, in its syntax identifier and version. Times are
 * UTC.
 */
record EdifactAnswer(InterchangeHeader to, CharacterSet characters, List<Message> messages)
        implements Renderer {

    private static final int LONGEST_REFERENCE = 14;

    /** 0001 and 0002. */
    private static final Pattern SYNTAX_IDENTIFIER = Pattern.compile("UNO[A-Z]");

    private static final Pattern SYNTAX_VERSION = Pattern.compile("[1-4]");

    EdifactAnswer {
        messages = List.copyOf(messages);
    }

    /** What stands between UNH and UNT. */
    interface Message {

        /** S009. */
        Segments.Composite type(Segments segments);

        /**
         * @param ordinal from 1
         */
        void write(Segments segments, int ordinal, Issue issue);
    }

    @Override
    public String render(ControlNumber interchange, Instant ledgerTime) {
        var delimiters = AnswerDelimiters.edifact(to);
        var segments =
                new Segments(
                        delimiters.element(),
                        delimiters.component(),
                        delimiters.segment(),
                        characters,
                        new EdifactText(delimiters, characters)::of);
        // 0020 is text: padding that X12 asks for would be part of the reference.
        var number = last(interchange.value().replaceFirst("^0+(?=.)", ""), LONGEST_REFERENCE);
        var issue = Issue.of(number, ledgerTime);
        writeHeader(segments, issue);
        int ordinal = 0;
        for (var message : messages) {
            int before = segments.count();
            var reference = String.format(Locale.ROOT, "%d", ++ordinal);
            segments.add("UNH", reference, message.type(segments));
            message.write(segments, ordinal, issue);
            segments.add("UNT", segments.count() - before + 1, reference);
        }
        segments.add("UNZ", messages.size(), number);
        return una(delimiters) + segments;
    }

    private void writeHeader(Segments segments, Issue issue) {
        segments.add(
                "UNB",
                syntax(segments),
                party(segments, to.receiver()),
                party(segments, to.sender()),
                segments.composite(
                        version4() ? issue.day() : issue.day().substring(2), issue.time()),
                issue.number(),
                "",
                "",
                "",
                "",
                "",
                to.test() ? "1" : "");
    }

    /** Theirs if it is one; what cannot be read must not make our answer unreadable too. */
    private Segments.Composite syntax(Segments segments) {
        return SYNTAX_IDENTIFIER.matcher(to.syntaxIdentifier()).matches()
                        && SYNTAX_VERSION.matcher(to.version()).matches()
                ? segments.composite(to.syntaxIdentifier(), to.version())
                : segments.composite("UNOC", "3");
    }

    private boolean version4() {
        return to.version().equals("4");
    }

    private String una(Delimiters delimiters) {
        if (AnswerDelimiters.areDefault(delimiters, version4())) {
            return "";
        }
        char repetition = delimiters.repetition() == 0 ? ' ' : delimiters.repetition();
        return "UNA"
                + delimiters.component()
                + delimiters.element()
                + (delimiters.decimalMark() == ',' ? ',' : '.')
                + delimiters.release()
                + (version4() ? repetition : ' ')
                + delimiters.segment();
    }

    private static Segments.Composite party(Segments segments, PartyId party) {
        return segments.composite(party.value(), party.qualifier());
    }

    private static String last(String value, int length) {
        return value.length() > length ? value.substring(value.length() - length) : value;
    }
}
