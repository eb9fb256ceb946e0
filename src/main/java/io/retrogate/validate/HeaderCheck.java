package io.retrogate.validate;

import static io.retrogate.edi.DocumentProblem.ENVELOPE_ELEMENT_INVALID;
import static io.retrogate.edi.DocumentProblem.RECEIVER_UNKNOWN;
import static io.retrogate.edi.DocumentProblem.SENDER_UNKNOWN;

import io.retrogate.edi.Finding;
import io.retrogate.edi.InterchangeHeader;
import io.retrogate.edi.PartyId;
import io.retrogate.partner.TradingPartner;
import java.util.List;
import java.util.Optional;

/** What ISA and UNB must say, by the standard and by the agreement. */
final class HeaderCheck {

    private final Optional<TradingPartner> partner;

    HeaderCheck(Optional<TradingPartner> partner) {
        this.partner = partner;
    }

    /** X12 elements I08, I09, I12: date, time, control number. */
    void isa(RawSegment isa, InterchangeHeader header, List<Finding> findings) {
        require(isa, header, 9, "I08", "[0-9]{6}", "a date YYMMDD", findings);
        require(isa, header, 10, "I09", "([01][0-9]|2[0-3])[0-5][0-9]", "a time HHMM", findings);
        require(isa, header, 13, "I12", "[0-9]{9}", "nine digits", findings);
        parties(isa, header, 6, 8, findings);
    }

    /** UNB: S001 0001 and 0002, S004 0017 and 0019, 0020. */
    void unb(RawSegment unb, InterchangeHeader header, List<Finding> findings) {
        require(unb, header, 1, "S001", "UNO[A-Z]:[1-4].*", "a syntax such as UNOC:3", findings);
        require(unb, header, 4, "S004", "[0-9]{6,8}:[0-9]{4}", "a date and a time", findings);
        require(unb, header, 5, "0020", ".{1,14}", "a reference of 1 to 14 characters", findings);
        parties(unb, header, 2, 3, findings);
    }

    private void require(
            RawSegment segment,
            InterchangeHeader header,
            int element,
            String reference,
            String pattern,
            String expected,
            List<Finding> findings) {
        var d = header.delimiters();
        var value = segment.element(element, d).replace(d.component(), ':');
        if (!value.matches(pattern)) {
            findings.add(
                    Findings.ofElement(
                            ENVELOPE_ELEMENT_INVALID,
                            segment,
                            d,
                            element,
                            reference,
                            "Expected " + expected + "."));
        }
    }

    private void parties(
            RawSegment segment,
            InterchangeHeader header,
            int sender,
            int receiver,
            List<Finding> findings) {
        if (partner.isEmpty()) {
            return;
        }
        var known = partner.get();
        var d = header.delimiters();
        if (!contains(known.identifiers(), header.sender())) {
            findings.add(
                    Findings.ofElement(
                            SENDER_UNKNOWN,
                            segment,
                            d,
                            sender,
                            "",
                            header.sender() + " is no identifier of " + known.name() + "."));
        }
        if (!contains(known.ownIdentifiers(), header.receiver())) {
            findings.add(
                    Findings.ofElement(
                            RECEIVER_UNKNOWN,
                            segment,
                            d,
                            receiver,
                            "",
                            header.receiver() + " is not how " + known.name() + " addresses us."));
        }
    }

    private static boolean contains(List<PartyId> agreed, PartyId said) {
        return agreed.contains(said);
    }
}
