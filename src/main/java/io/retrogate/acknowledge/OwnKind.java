package io.retrogate.acknowledge;

import io.retrogate.edi.Content;
import io.retrogate.edi.Finding.Severity;
import io.retrogate.edi.GroupReport;
import io.retrogate.edi.InterchangeHeader;
import io.retrogate.edi.InterchangeReport;
import io.retrogate.edi.PlainSegment;
import io.retrogate.edi.Standard;
import io.retrogate.edi.TransactionReport;
import java.util.Set;

/**
 * Recognises acknowledgements, which are never acknowledged: two gateways would answer each other
 * for ever.
 */
final class OwnKind {

    // ISA has 106 characters, a TA1 at most 30.
    private static final int FAR_ENOUGH = 2000;

    private OwnKind() {}

    static boolean holdsOnlyAcknowledgements(InterchangeReport report, Content content) {
        return report.groups().isEmpty()
                ? isFaultless(report) || holdsNote(report, content)
                : report.groups().stream().allMatch(OwnKind::holdsOnlyAcknowledgements);
    }

    /** An interchange without groups and without a fault carries a TA1. */
    private static boolean isFaultless(InterchangeReport report) {
        return report.findings().stream().noneMatch(f -> f.severity() == Severity.ERROR);
    }

    /** A TA1, 997 or 999 stays one in an envelope that is wrong. */
    private static boolean holdsNote(InterchangeReport report, Content content) {
        var delimiters = report.header().map(InterchangeHeader::delimiters);
        long end = Math.min(report.end(), report.start() + FAR_ENOUGH);
        return delimiters.isPresent()
                && PlainSegment.read(content, report.start(), end, delimiters.get()).stream()
                        .anyMatch(OwnKind::opensAcknowledgement);
    }

    private static boolean opensAcknowledgement(PlainSegment segment) {
        return segment.tag().equals("TA1")
                || (segment.tag().equals("ST")
                        && Set.of("997", "999").contains(segment.element(1)));
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
