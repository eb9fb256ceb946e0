package io.retrogate.validate;

import static io.retrogate.edi.DocumentProblem.FUNCTIONAL_GROUP_UNSUPPORTED;
import static io.retrogate.edi.DocumentProblem.GROUP_CONTROL_COUNT_MISMATCH;
import static io.retrogate.edi.DocumentProblem.GROUP_CONTROL_NUMBER_MISMATCH;
import static io.retrogate.edi.DocumentProblem.INTERCHANGE_CONTROL_COUNT_MISMATCH;
import static io.retrogate.edi.DocumentProblem.INTERCHANGE_CONTROL_NUMBER_MISMATCH;
import static io.retrogate.edi.DocumentProblem.TRANSACTION_CONTROL_COUNT_MISMATCH;
import static io.retrogate.edi.DocumentProblem.TRANSACTION_CONTROL_NUMBER_MISMATCH;

import io.retrogate.edi.ControlNumber;
import io.retrogate.edi.Delimiters;
import io.retrogate.edi.Finding.Severity;
import io.retrogate.edi.FunctionalIdentifier;
import io.retrogate.edi.InterchangeHeader;
import io.retrogate.edi.MessageType;
import io.retrogate.edi.PartyId;
import io.retrogate.edi.Standard;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** ISA GS ST SE GE IEA (X12.5 and X12.6). */
final class X12Envelope implements Envelope {

    static final Map<String, String> GROUP_OF = FunctionalIdentifier.bySet();

    private final HeaderCheck check;
    private String controlNumber = "";
    private int answers;

    X12Envelope(HeaderCheck check) {
        this.check = check;
    }

    @Override
    public void take(RawSegment segment, InterchangeReading reading) throws IOException {
        var d = reading.delimiters;
        switch (segment.tag(d)) {
            case "ISA" -> interchange(segment, reading);
            case "GS" -> group(segment, reading);
            case "ST" -> transaction(segment, reading);
            case "SE" -> transactionTrailer(segment, reading);
            case "GE" -> groupTrailer(segment, reading);
            case "IEA" -> interchangeTrailer(segment, reading);
            case "TA1" -> interchangeAcknowledgement(segment, reading);
            case "ISB", "ISE", "TA3" -> interchangeService(segment, reading);
            default -> reading.content(segment);
        }
    }

    /** X12.5 allows them between ISA and GS; they ask nothing of us. */
    private static void interchangeService(RawSegment segment, InterchangeReading reading) {
        if (reading.group().isPresent()) {
            reading.content(segment);
        }
    }

    /** Between ISA and GS it is in its place, and never answered. */
    private void interchangeAcknowledgement(RawSegment ta1, InterchangeReading reading) {
        if (reading.group().isPresent()) {
            reading.content(ta1);
        } else {
            answers++;
            check.ta1(ta1, reading.delimiters, reading.findings);
        }
    }

    private void interchange(RawSegment isa, InterchangeReading reading) {
        var d = reading.delimiters;
        controlNumber = isa.element(13, d);
        var header =
                new InterchangeHeader(
                        Standard.X12,
                        new PartyId(isa.element(5, d), isa.element(6, d)),
                        new PartyId(isa.element(7, d), isa.element(8, d)),
                        new ControlNumber(controlNumber),
                        isa.element(12, d),
                        "",
                        isa.element(9, d),
                        isa.element(10, d),
                        isa.element(14, d).equals("1"),
                        isa.element(15, d).equals("T"),
                        d);
        reading.opened(header);
        check.isa(isa, header, reading.findings);
    }

    private void group(RawSegment gs, InterchangeReading reading) throws IOException {
        var d = reading.delimiters;
        if (!check.gsNamesGroup(gs, d, reading.findings)) {
            reading.openNamelessGroup();
            return;
        }
        var opened =
                new GroupDraft(
                        reading.groupCount() + 1,
                        gs.element(1, d),
                        new PartyId("", gs.element(2, d)),
                        new PartyId("", gs.element(3, d)),
                        gs.element(6, d),
                        gs.element(8, d));
        check.gs(gs, d, opened.findings);
        reading.openGroup(opened, gs, 6, "28");
    }

    private void transaction(RawSegment st, InterchangeReading reading) throws IOException {
        var d = reading.delimiters;
        if (reading.group().isEmpty()) {
            reading.openLostGroup(
                    st, "ST stands in no functional group; there is no GS before it.");
        }
        var group = reading.group().orElseThrow();
        var code = st.element(1, d);
        var version = group.version.substring(0, Math.min(6, group.version.length()));
        var type = reading.judge().known(MessageType.x12(code, version));
        var draft =
                new TransactionDraft(
                        reading.transactionCount() + 1,
                        type,
                        st.element(2, d),
                        st,
                        reading.rules(type));
        reading.openTransaction(draft, group);
        var expected = GROUP_OF.getOrDefault(code, group.code);
        if (group.named()
                && !reading.judge().belongs(draft.type, group.code, expected)
                && group.findings.isEmpty()) {
            group.findings.add(
                    Findings.ofElement(
                            FUNCTIONAL_GROUP_UNSUPPORTED,
                            st,
                            d,
                            1,
                            "143",
                            code
                                    + " belongs into a group "
                                    + expected
                                    + ", not "
                                    + group.code
                                    + "."));
        }
    }

    private void transactionTrailer(RawSegment se, InterchangeReading reading) throws IOException {
        var d = reading.delimiters;
        if (reading.transaction().isEmpty()) {
            reading.content(se);
            return;
        }
        var draft = reading.transaction().get();
        draft.extend(se);
        Trailer.of(se, d, draft.findings, draft.segments)
                .count(
                        1,
                        "96",
                        draft.segments,
                        TRANSACTION_CONTROL_COUNT_MISMATCH,
                        reading.judge().countSeverity(Optional.of(draft.type)))
                .reference(2, "329", draft.controlNumber, TRANSACTION_CONTROL_NUMBER_MISMATCH);
        reading.closeTransaction();
    }

    private void groupTrailer(RawSegment ge, InterchangeReading reading) throws IOException {
        Delimiters d = reading.delimiters;
        reading.leaveTransaction();
        if (reading.group().isEmpty()) {
            reading.content(ge);
            return;
        }
        var group = reading.group().get();
        group.declaredCount = Trailer.number(ge.element(1, d));
        Trailer.of(ge, d, group.findings, 0)
                .count(
                        1,
                        "97",
                        group.transactions.size(),
                        GROUP_CONTROL_COUNT_MISMATCH,
                        reading.judge().countSeverity(Optional.empty()))
                .reference(2, "28", group.controlNumber, GROUP_CONTROL_NUMBER_MISMATCH);
        reading.closeGroup();
    }

    private void interchangeTrailer(RawSegment iea, InterchangeReading reading) throws IOException {
        reading.leaveGroup();
        Trailer.of(iea, reading.delimiters, reading.findings, 0)
                .count(
                        1,
                        "I16",
                        reading.groupCount(),
                        INTERCHANGE_CONTROL_COUNT_MISMATCH,
                        countsAnswers(iea, reading)
                                ? Severity.WARNING
                                : reading.judge().countSeverity(Optional.empty()))
                .reference(
                        2,
                        "I12",
                        new ControlNumber(controlNumber),
                        INTERCHANGE_CONTROL_NUMBER_MISMATCH);
        reading.closed();
    }

    /**
     * X12 element I16 counts functional groups, and a TA1 is none. Senders of nothing but TA1
     * segments count these all the same; no group can have been lost where none was sent.
     */
    private boolean countsAnswers(RawSegment iea, InterchangeReading reading) {
        return reading.groupCount() == 0
                && answers > 0
                && Trailer.number(iea.element(1, reading.delimiters)) == answers;
    }
}
