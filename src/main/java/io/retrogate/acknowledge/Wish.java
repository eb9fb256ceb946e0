package io.retrogate.acknowledge;

import io.retrogate.edi.GroupReport;
import io.retrogate.edi.InterchangeReport;
import io.retrogate.edi.Standard;
import io.retrogate.edi.TransactionReport;
import io.retrogate.partner.DocumentAgreement;
import io.retrogate.partner.DocumentAgreement.Direction;
import io.retrogate.partner.TradingPartner;
import java.util.List;
import java.util.Optional;

/** What the partner wants to hear about; whoever agreed nothing hears about everything. */
record Wish(Standard standard, Optional<TradingPartner> partner) {

    private static final String NONE = "none";
    private static final String IMPLEMENTATION = "999";

    /** Whether a document of the group is agreed to be answered by a 999 instead of a 997. */
    boolean implementation(GroupReport group) {
        return group.transactions().stream()
                .flatMap(transaction -> agreed(transaction).stream())
                .anyMatch(agreement -> agreement.acknowledge().equals(IMPLEMENTATION));
    }

    /** Whether every document in the interchange is one the partner wants no answer to. */
    boolean wantsNothing(InterchangeReport report) {
        var documents = report.transactions().filter(t -> !OwnKind.isAcknowledgement(t)).toList();
        return documents.isEmpty() ? agreedToNothing() : documents.stream().noneMatch(this::wanted);
    }

    /** The groups an answer speaks of, without the transactions it does not speak of. */
    List<GroupReport> groupsToAnswer(InterchangeReport report) {
        return report.groups().stream()
                .filter(group -> !OwnKind.holdsOnlyAcknowledgements(group))
                .filter(group -> group.transactions().isEmpty() || anyWanted(group))
                .map(group -> standard == Standard.X12 ? group : onlyWanted(group))
                .toList();
    }

    private boolean anyWanted(GroupReport group) {
        return group.transactions().stream().anyMatch(this::wanted);
    }

    // A 997 counts the whole group (AK902 to AK904), a CONTRL names single messages.
    private GroupReport onlyWanted(GroupReport group) {
        return new GroupReport(
                group.ordinal(),
                group.code(),
                group.sender(),
                group.receiver(),
                group.controlNumber(),
                group.version(),
                group.declaredCount(),
                group.verdict(),
                group.findings(),
                group.transactions().stream()
                        .filter(t -> !OwnKind.isAcknowledgement(t))
                        .filter(this::wanted)
                        .toList());
    }

    private boolean wanted(TransactionReport transaction) {
        return agreed(transaction).map(agreement -> !refuses(agreement)).orElse(true);
    }

    private Optional<DocumentAgreement> agreed(TransactionReport transaction) {
        return partner.flatMap(p -> p.inbound(transaction.type()));
    }

    private boolean agreedToNothing() {
        var agreed =
                partner.map(TradingPartner::documents).orElse(List.of()).stream()
                        .filter(d -> d.direction() == Direction.INBOUND)
                        .filter(d -> d.message().standard() == standard)
                        .toList();
        return !agreed.isEmpty() && agreed.stream().allMatch(Wish::refuses);
    }

    private static boolean refuses(DocumentAgreement agreement) {
        return agreement.acknowledge().equals(NONE);
    }
}
