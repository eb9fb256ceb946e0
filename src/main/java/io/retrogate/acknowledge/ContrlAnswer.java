package io.retrogate.acknowledge;

import io.retrogate.edi.EnvelopeFaults;
import io.retrogate.edi.Finding;
import io.retrogate.edi.GroupReport;
import io.retrogate.edi.InterchangeHeader;
import io.retrogate.edi.PartyId;
import java.util.List;
import java.util.Optional;

/**
 * One CONTRL: what we made of one interchange.
 *
 * @param complete whether it speaks of every message that was received
 * @param forgiving whether good messages go on in spite of a wrong UNE or UNZ
 */
record ContrlAnswer(
        InterchangeHeader to,
        EnvelopeJudgement envelope,
        List<GroupReport> groups,
        boolean complete,
        boolean forgiving)
        implements EdifactAnswer.Message {

    ContrlAnswer {
        groups = List.copyOf(groups);
    }

    @Override
    public void write(Segments segments, int ordinal, Issue issue) {
        writeInterchange(segments);
        groups.forEach(group -> writeGroup(segments, group));
    }

    /** ISO 9735-4 for syntax 4; the service directories D.3 and 2.2 for what came before. */
    @Override
    public Segments.Composite type(Segments segments) {
        return switch (to.version()) {
            case "4" -> segments.composite("CONTRL", "4", "1", "UN");
            case "1", "2" -> segments.composite("CONTRL", "2", "2", "UN");
            default -> segments.composite("CONTRL", "D", "3", "UN");
        };
    }

    private void writeInterchange(Segments segments) {
        var fault = envelope.rejected() ? envelope.gravest() : late(envelope.findings());
        segments.add(
                "UCI",
                to.controlNumber(),
                party(segments, to.sender()),
                party(segments, to.receiver()),
                action(),
                fault.map(SyntaxErrorCode::ofInterchange).orElse(envelope.rejected() ? "18" : ""),
                fault.map(f -> SyntaxErrorCode.serviceSegment(f, "UNB", "UNZ")).orElse(""),
                fault.map(f -> ServiceResponse.place(segments, f)).orElse(segments.composite()));
    }

    /**
     * Element 0083: 7 also acknowledges what is not named below, 8 only says it has arrived. Where
     * UNZ is wrong nobody knows what else there was, so each message is acknowledged by name.
     */
    private String action() {
        if (envelope.rejected()) {
            return ServiceResponse.REJECTED;
        }
        boolean whole = complete && late(envelope.findings()).isEmpty();
        return whole ? ServiceResponse.ACKNOWLEDGED : "8";
    }

    /** A fault of UNE or UNZ in spite of which the good messages went on. */
    private Optional<Finding> late(List<Finding> findings) {
        return forgiving
                ? findings.stream().filter(EnvelopeFaults::isLate).findFirst()
                : Optional.empty();
    }

    private void writeGroup(Segments segments, GroupReport group) {
        var response = new ServiceResponse(segments, version4());
        boolean grouped = !group.code().isEmpty();
        if (grouped) {
            response.writeGroup(group, to, late(group.findings()));
        }
        if (!grouped || !ServiceResponse.isRejected(group)) {
            group.transactions().forEach(message -> response.writeMessage(group, message));
        }
    }

    private boolean version4() {
        return to.version().equals("4");
    }

    private static Segments.Composite party(Segments segments, PartyId party) {
        return segments.composite(party.value(), party.qualifier());
    }
}
