package io.retrogate.validate;

import static io.retrogate.edi.DocumentProblem.GROUP_CONTROL_COUNT_MISMATCH;
import static io.retrogate.edi.DocumentProblem.GROUP_CONTROL_NUMBER_MISMATCH;
import static io.retrogate.edi.DocumentProblem.INTERCHANGE_CONTROL_COUNT_MISMATCH;
import static io.retrogate.edi.DocumentProblem.INTERCHANGE_CONTROL_NUMBER_MISMATCH;
import static io.retrogate.edi.DocumentProblem.TRANSACTION_CONTROL_COUNT_MISMATCH;
import static io.retrogate.edi.DocumentProblem.TRANSACTION_CONTROL_NUMBER_MISMATCH;

import io.retrogate.edi.ControlNumber;
import io.retrogate.edi.Delimiters;
import io.retrogate.edi.InterchangeHeader;
import io.retrogate.edi.MessageType;
import io.retrogate.edi.PartyId;
import io.retrogate.edi.Standard;
import java.io.IOException;
import java.util.Optional;

/** UNB UNG UNH UNT UNE UNZ (ISO 9735); groups are optional. */
final class EdifactEnvelope implements Envelope {

    private final HeaderCheck check;
    private ControlNumber controlNumber = new ControlNumber("");
    private boolean grouped;

    EdifactEnvelope(HeaderCheck check) {
        this.check = check;
    }

    @Override
    public void take(RawSegment segment, InterchangeReading reading) throws IOException {
        switch (segment.tag(reading.delimiters)) {
            case "UNB" -> {
                if (reading.isOpen()) {
                    reading.content(segment);
                } else {
                    interchange(segment, reading);
                }
            }
            case "UNG" -> group(segment, reading);
            case "UNH" -> message(segment, reading);
            case "UNT" -> messageTrailer(segment, reading);
            case "UNE" -> groupTrailer(segment, reading);
            case "UNZ" -> interchangeTrailer(segment, reading);
            default -> reading.content(segment);
        }
    }

    private void interchange(RawSegment unb, InterchangeReading reading) {
        var d = reading.delimiters;
        controlNumber = new ControlNumber(unb.element(5, d));
        var header =
                new InterchangeHeader(
                        Standard.EDIFACT,
                        new PartyId(unb.component(2, 2, d), unb.component(2, 1, d)),
                        new PartyId(unb.component(3, 2, d), unb.component(3, 1, d)),
                        controlNumber,
                        unb.component(1, 2, d),
                        unb.component(1, 1, d),
                        unb.component(4, 1, d),
                        unb.component(4, 2, d),
                        unb.element(9, d).equals("1"),
                        unb.element(11, d).equals("1"),
                        d);
        reading.opened(header);
        check.unb(unb, header, reading.findings);
    }

    private void group(RawSegment ung, InterchangeReading reading) throws IOException {
        var d = reading.delimiters;
        if (!grouped && reading.transactionCount() > 0) {
            reading.misplaced(ung, "UNG comes after messages that stand in no group.");
        }
        grouped = true;
        reading.openGroup(
                new GroupDraft(
                        reading.groupCount() + 1,
                        ung.element(1, d),
                        new PartyId(ung.component(2, 2, d), ung.component(2, 1, d)),
                        new PartyId(ung.component(3, 2, d), ung.component(3, 1, d)),
                        ung.element(5, d),
                        ung.component(7, 1, d) + ung.component(7, 2, d)),
                ung,
                5,
                "0048");
    }

    private void message(RawSegment unh, InterchangeReading reading) throws IOException {
        var d = reading.delimiters;
        if (reading.group().isEmpty() && grouped) {
            reading.openLostGroup(
                    unh, "UNH stands in no group, although the interchange has groups.");
        } else if (reading.group().isEmpty()) {
            var nobody = new PartyId("", "");
            reading.openGroup(new GroupDraft(reading.groupCount() + 1, "", nobody, nobody, "", ""));
        }
        var type = reading.judge().known(type(unh, d));
        var draft =
                new TransactionDraft(
                        reading.transactionCount() + 1,
                        type,
                        unh.element(1, d),
                        unh,
                        reading.rules(type));
        reading.openTransaction(draft, reading.group().orElseThrow());
    }

    /**
     * S009: 0065, 0052 + 0054, 0051, 0057. An agency other than UN comes before the association:
     * {@code RETANN:D:96A:EN:EAN001} has the association {@code EN:EAN001}.
     */
    private static MessageType type(RawSegment unh, Delimiters d) {
        var agency = unh.component(2, 4, d);
        var association = unh.component(2, 5, d);
        if (!agency.equals("UN") && !agency.isEmpty()) {
            association = association.isEmpty() ? agency : agency + ":" + association;
        }
        return MessageType.edifact(
                unh.component(2, 1, d),
                unh.component(2, 2, d) + unh.component(2, 3, d),
                association);
    }

    private void messageTrailer(RawSegment unt, InterchangeReading reading) throws IOException {
        if (reading.transaction().isEmpty()) {
            reading.content(unt);
            return;
        }
        var draft = reading.transaction().get();
        draft.extend(unt);
        Trailer.of(unt, reading.delimiters, draft.findings, draft.segments)
                .count(
                        1,
                        "0074",
                        draft.segments,
                        TRANSACTION_CONTROL_COUNT_MISMATCH,
                        reading.judge().countSeverity(Optional.of(draft.type)))
                .reference(2, "0062", draft.controlNumber, TRANSACTION_CONTROL_NUMBER_MISMATCH);
        reading.closeTransaction();
    }

    private void groupTrailer(RawSegment une, InterchangeReading reading) throws IOException {
        reading.leaveTransaction();
        if (reading.group().isEmpty()) {
            reading.content(une);
            return;
        }
        var group = reading.group().get();
        group.declaredCount = Trailer.number(une.element(1, reading.delimiters));
        Trailer.of(une, reading.delimiters, group.findings, 0)
                .count(
                        1,
                        "0060",
                        group.transactions.size(),
                        GROUP_CONTROL_COUNT_MISMATCH,
                        reading.judge().countSeverity(Optional.empty()))
                .reference(2, "0048", group.controlNumber, GROUP_CONTROL_NUMBER_MISMATCH);
        reading.closeGroup();
    }

    private void interchangeTrailer(RawSegment unz, InterchangeReading reading) throws IOException {
        reading.leaveGroup();
        int count = grouped ? reading.groupCount() : reading.transactionCount();
        Trailer.of(unz, reading.delimiters, reading.findings, 0)
                .count(
                        1,
                        "0036",
                        count,
                        INTERCHANGE_CONTROL_COUNT_MISMATCH,
                        reading.judge().countSeverity(Optional.empty()))
                .reference(2, "0020", controlNumber, INTERCHANGE_CONTROL_NUMBER_MISMATCH);
        reading.closed();
    }
}
