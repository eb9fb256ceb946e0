package io.retrogate.acknowledge;

import io.retrogate.edi.Finding.Severity;
import io.retrogate.edi.GroupReport;
import io.retrogate.edi.InterchangeReport;
import io.retrogate.edi.Standard;
import io.retrogate.edi.TransactionReport;

/**
 * Recognises acknowledgements, which are never acknowledged: two gateways would answer each other
 * for ever.
 */
final class OwnKind {

    private OwnKind() {}

    static boolean holdsOnlyAcknowledgements(InterchangeReport report) {
        if (report.groups().isEmpty()) {
            // An interchange without groups and without a fault carries a TA1.
            return report.findings().stream().noneMatch(f -> f.severity() == Severity.ERROR);
        }
        return report.groups().stream().allMatch(OwnKind::holdsOnlyAcknowledgements);
    }

    /** GS01 FA holds 997 and 999; an EDIFACT group counts when it holds nothing but CONTRL. */
    static boolean holdsOnlyAcknowledgements(GroupReport group) {
        return group.code().equals("FA")
                || (!group.transactions().isEmpty()
                        && group.transactions().stream().allMatch(OwnKind::isAcknowledgement));
    }

    static boolean isAcknowledgement(TransactionReport transaction) {
        var type = transaction.type();
        return type.standard() == Standard.X12
                ? type.code().equals("997") || type.code().equals("999")
                : type.code().equals("CONTRL");
    }
}
