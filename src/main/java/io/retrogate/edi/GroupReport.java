package io.retrogate.edi;

import java.util.List;

/**
 * What was found in one functional group; an EDIFACT interchange without UNG has one group with an
 * empty code.
 *
 * @param code GS01 or UNG 0038
 * @param version GS08 or UNG S008 as received
 * @param declaredCount GE01 or UNE 0060; -1 if the trailer is missing
 */
public record GroupReport(
        int ordinal,
        String code,
        PartyId sender,
        PartyId receiver,
        ControlNumber controlNumber,
        String version,
        int declaredCount,
        Verdict verdict,
        List<Finding> findings,
        List<TransactionReport> transactions) {

    public GroupReport {
        findings = List.copyOf(findings);
        transactions = List.copyOf(transactions);
    }

    /** The same group with another verdict and other transactions. */
    public GroupReport with(Verdict other, List<TransactionReport> others) {
        return new GroupReport(
                ordinal,
                code,
                sender,
                receiver,
                controlNumber,
                version,
                declaredCount,
                other,
                findings,
                others);
    }
}
