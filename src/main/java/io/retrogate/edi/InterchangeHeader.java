package io.retrogate.edi;

/**
 * What ISA or UNB says.
 *
 * @param version ISA12 ({@code 00401}) or UNB S001 0002 ({@code 3})
 * @param syntaxIdentifier UNB S001 0001 ({@code UNOC}); empty for X12
 * @param date ISA09 or UNB 0017 as received
 * @param time ISA10 or UNB 0019 as received
 * @param acknowledgementRequested ISA14 = 1 or UNB 0031 = 1
 * @param test ISA15 = T or UNB 0035 = 1
 */
public record InterchangeHeader(
        Standard standard,
        PartyId sender,
        PartyId receiver,
        ControlNumber controlNumber,
        String version,
        String syntaxIdentifier,
        String date,
        String time,
        boolean acknowledgementRequested,
        boolean test,
        Delimiters delimiters) {

    /** The same header between other parties. */
    public InterchangeHeader with(PartyId otherSender, PartyId otherReceiver) {
        return new InterchangeHeader(
                standard,
                otherSender,
                otherReceiver,
                controlNumber,
                version,
                syntaxIdentifier,
                date,
                time,
                acknowledgementRequested,
                test,
                delimiters);
    }
}
