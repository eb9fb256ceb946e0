package io.retrogate.acknowledge;

import io.retrogate.edi.ControlNumber;
import io.retrogate.edi.Finding;
import io.retrogate.edi.GroupReport;
import io.retrogate.edi.InterchangeHeader;
import io.retrogate.edi.MessageType;
import io.retrogate.edi.PartyId;
import io.retrogate.edi.TransactionReport;
import io.retrogate.edi.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * What a CONTRL says of a group (UCF) and of a message (UCM, UCS, UCD).
 *
 * <p>EDIFACT knows no acceptance with errors: a message that is used is acknowledged with 7 and
 * without its errors, as naming one there means refusal.
 */
record ServiceResponse(Segments segments, boolean version4) {

    static final String REJECTED = "4";
    static final String ACKNOWLEDGED = "7";
    private static final int MOST_SEGMENTS = 999;
    private static final int MOST_ELEMENTS = 99;

    static boolean isRejected(GroupReport group) {
        return group.verdict() == Verdict.REJECTED && !group.findings().isEmpty();
    }

    /**
     * @param within the interchange, whose parties stand for those that UNG leaves out: S006 and
     *     S007 are mandatory in UCF
     * @param late a fault of UNE that does not reject the group
     */
    void writeGroup(GroupReport group, InterchangeHeader within, Optional<Finding> late) {
        boolean rejected = isRejected(group);
        var fault = rejected ? group.findings().stream().findFirst() : late;
        segments.add(
                "UCF",
                given(group.controlNumber()),
                party(group.sender(), within.sender()),
                party(group.receiver(), within.receiver()),
                rejected ? REJECTED : ACKNOWLEDGED,
                fault.map(f -> SyntaxErrorCode.of(f.problem())).orElse(""),
                fault.map(f -> SyntaxErrorCode.serviceSegment(f, "UNG", "UNE")).orElse(""),
                fault.map(f -> place(segments, f)).orElse(segments.composite()));
    }

    private Segments.Composite party(PartyId named, PartyId otherwise) {
        var party = named.value().isBlank() ? otherwise : named;
        return segments.composite(party.value(), party.qualifier());
    }

    void writeMessage(GroupReport group, TransactionReport message) {
        boolean rejected = Letters.of(group, message).equals("R");
        var faulty = rejected ? FaultySegment.of(message) : List.<FaultySegment>of();
        var own = rejected ? ownFault(message) : Optional.<Finding>empty();
        boolean unexplained = rejected && faulty.isEmpty();
        segments.add(
                "UCM",
                given(message.controlNumber()),
                identifier(message.type()),
                rejected ? REJECTED : ACKNOWLEDGED,
                own.map(f -> SyntaxErrorCode.of(f.problem())).orElse(unexplained ? "18" : ""),
                own.map(f -> SyntaxErrorCode.serviceSegment(f, "UNH", "UNT")).orElse(""),
                own.map(f -> place(segments, f)).orElse(segments.composite()));
        faulty.stream().limit(MOST_SEGMENTS).forEach(this::writeSegment);
    }

    /** UCF 0048 and UCM 0062 are mandatory, also where the document forgot its own. */
    private static String given(ControlNumber number) {
        return number.value().isBlank() ? "0" : number.value();
    }

    private void writeSegment(FaultySegment segment) {
        // A missing segment is reported at the last one before the place where it was missed.
        int position = segment.missing() ? Math.max(1, segment.position() - 1) : segment.position();
        var code =
                segment.ofSegment().stream()
                        .map(f -> SyntaxErrorCode.of(f.problem()))
                        .findFirst()
                        .or(() -> withoutPlace(segment))
                        .orElse("");
        segments.add("UCS", position, code);
        segment.ofElements().stream()
                .filter(finding -> finding.position().element() > 0)
                .limit(MOST_ELEMENTS)
                .forEach(
                        finding ->
                                segments.add(
                                        "UCD",
                                        SyntaxErrorCode.of(finding.problem()),
                                        element(finding)));
    }

    /** Errors at UNH and UNT themselves; those within name their segment in UCS. */
    private static Optional<Finding> ownFault(TransactionReport message) {
        return message.findings().stream().filter(f -> !FaultySegment.namesSegment(f)).findFirst();
    }

    private static Optional<String> withoutPlace(FaultySegment segment) {
        return segment.ofElements().stream()
                .filter(finding -> finding.position().element() == 0)
                .map(finding -> SyntaxErrorCode.of(finding.problem()))
                .findFirst();
    }

    private Segments.Composite element(Finding finding) {
        var at = finding.position();
        // Element 0098 counts the tag as 1; 0136 exists from syntax 4 on and excludes 0104.
        if (version4 && at.component() == 0 && at.occurrence() > 1) {
            return segments.composite(at.element() + 1, "", at.occurrence());
        }
        return place(segments, finding);
    }

    /** S011: the element and component at fault; empty if the finding names none. */
    static Segments.Composite place(Segments segments, Finding finding) {
        var at = finding.position();
        return at.element() == 0
                ? segments.composite()
                : segments.composite(at.element() + 1, at.component() > 0 ? at.component() : "");
    }

    /**
     * S009 as it was received: {@code D01B} is D and 01B, {@code D96A EN:EAN001} has the agency EN.
     * Its first components are mandatory even where UNH had none.
     */
    private Segments.Composite identifier(MessageType type) {
        var version = type.version();
        // D.01B and 2.912, but 90.1
        int cut = version.length() == 3 ? 2 : Math.min(1, version.length());
        var association = type.association();
        boolean agency = association.matches("[A-Z]{2}(:.*)?");
        return segments.composite(
                orElse(type.code(), "ZZZZZZ"),
                orElse(version.substring(0, cut), "0"),
                orElse(version.substring(cut), "0"),
                agency ? association.substring(0, 2) : "UN",
                agency ? association.replaceFirst("^..:?", "") : association);
    }

    private static String orElse(String value, String other) {
        return value.isBlank() ? other : value;
    }
}
