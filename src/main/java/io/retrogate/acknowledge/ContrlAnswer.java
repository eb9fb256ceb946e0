package io.retrogate.acknowledge;

import io.retrogate.edi.ControlNumber;
import io.retrogate.edi.Delimiters;
import io.retrogate.edi.Finding;
import io.retrogate.edi.GroupReport;
import io.retrogate.edi.InterchangeHeader;
import io.retrogate.edi.PartyId;
import io.retrogate.ledger.PlannedAcknowledgement.Renderer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/**
 * One EDIFACT interchange with one CONTRL, in the syntax identifier and version of the interchange
 * it answers. Times are UTC.
 *
 * @param complete whether it speaks of every message that was received
 */
record ContrlAnswer(
        InterchangeHeader to,
        EnvelopeJudgement envelope,
        List<GroupReport> groups,
        boolean complete)
        implements Renderer {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm");
    private static final int LONGEST_REFERENCE = 14;

    ContrlAnswer {
        groups = List.copyOf(groups);
    }

    @Override
    public String render(ControlNumber interchange, Instant ledgerTime) {
        var delimiters = AnswerDelimiters.edifact(to);
        var segments =
                new Segments(
                        delimiters.element(),
                        delimiters.component(),
                        delimiters.segment(),
                        new EdifactText(delimiters)::of);
        // 0020 is text: padding that X12 asks for would be part of the reference.
        var number = last(interchange.value().replaceFirst("^0+(?=.)", ""), LONGEST_REFERENCE);
        writeHeader(segments, number, ledgerTime);
        int before = segments.count();
        segments.add("UNH", "1", messageType(segments));
        writeInterchange(segments);
        groups.forEach(group -> writeGroup(segments, group));
        segments.add("UNT", segments.count() - before + 1, "1").add("UNZ", "1", number);
        return una(delimiters) + segments;
    }

    private void writeHeader(Segments segments, String number, Instant time) {
        var at = time.atOffset(ZoneOffset.UTC);
        var day = DAY.format(at);
        segments.add(
                "UNB",
                segments.composite(to.syntaxIdentifier(), to.version()),
                party(segments, to.receiver()),
                party(segments, to.sender()),
                segments.composite(version4() ? day : day.substring(2), TIME.format(at)),
                number,
                "",
                "",
                "",
                "",
                "",
                to.test() ? "1" : "");
    }

    /** ISO 9735-4 for syntax 4; the service directories D.3 and 2.2 for what came before. */
    private Segments.Composite messageType(Segments segments) {
        return switch (to.version()) {
            case "4" -> segments.composite("CONTRL", "4", "1", "UN");
            case "1", "2" -> segments.composite("CONTRL", "2", "2", "UN");
            default -> segments.composite("CONTRL", "D", "3", "UN");
        };
    }

    private void writeInterchange(Segments segments) {
        Optional<Finding> fault = envelope.rejected() ? envelope.gravest() : Optional.empty();
        segments.add(
                "UCI",
                to.controlNumber(),
                party(segments, to.sender()),
                party(segments, to.receiver()),
                action(),
                fault.map(f -> SyntaxErrorCode.ofInterchange(f.problem()))
                        .orElse(envelope.rejected() ? "18" : ""),
                fault.map(f -> SyntaxErrorCode.serviceSegment(f, "UNB", "UNZ")).orElse(""),
                fault.map(f -> ServiceResponse.place(segments, f)).orElse(segments.composite()));
    }

    /** Element 0083: 7 also acknowledges what is not named below, 8 only says it has arrived. */
    private String action() {
        if (envelope.rejected()) {
            return ServiceResponse.REJECTED;
        }
        return complete ? ServiceResponse.ACKNOWLEDGED : "8";
    }

    private void writeGroup(Segments segments, GroupReport group) {
        var response = new ServiceResponse(segments, version4());
        boolean grouped = !group.code().isEmpty();
        if (grouped) {
            response.writeGroup(group);
        }
        if (!grouped || !ServiceResponse.isRejected(group)) {
            group.transactions().forEach(message -> response.writeMessage(group, message));
        }
    }

    private boolean version4() {
        return to.version().equals("4");
    }

    private String una(Delimiters delimiters) {
        if (AnswerDelimiters.areDefault(delimiters)) {
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
