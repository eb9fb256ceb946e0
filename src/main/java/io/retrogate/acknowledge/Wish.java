package io.retrogate.acknowledge;

import io.retrogate.edi.CharacterSet;
import io.retrogate.edi.GroupReport;
import io.retrogate.edi.InterchangeHeader;
import io.retrogate.edi.InterchangeReport;
import io.retrogate.edi.Standard;
import io.retrogate.edi.TransactionReport;
import io.retrogate.edi.Verdict;
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

    /** In which it reads what we write. */
    CharacterSet characters(InterchangeHeader header) {
        return TradingPartner.characters(partner, header);
    }

    /** Whether good documents go on in spite of a wrong trailer behind them. */
    boolean forgiving() {
        return switch (TradingPartner.lateFaults(partner)) {
            case EAGER, ATOMIC_GROUP -> true;
            case WHOLE_ENVELOPE, ATOMIC_INTERCHANGE -> false;
        };
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
        return group.with(
                group.verdict(),
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

    /** Whether it is to be answered by an 824 or APERAK; these are never answered by another. */
    boolean business(TransactionReport transaction) {
        var code = transaction.type().code();
        return !OwnKind.isAcknowledgement(transaction)
                && !code.equals("824")
                && !code.equals("APERAK")
                && agreed(transaction).filter(it -> !it.business().equals(NONE)).isPresent();
    }

    /**
     * The report as 997 and CONTRL answer it: what an 824 or APERAK will speak of is no fault of
     * syntax.
     */
    InterchangeReport syntax(InterchangeReport report) {
        if (report.transactions().noneMatch(this::business)) {
            return report;
        }
        var groups = report.groups().stream().map(this::syntax).toList();
        return new InterchangeReport(
                report.header(),
                report.start(),
                report.end(),
                Verdict.of(report.findings())
                        .orWorse(
                                Verdict.together(
                                        groups.stream().map(GroupReport::verdict).toList())),
                report.findings(),
                groups);
    }

    private GroupReport syntax(GroupReport group) {
        return with(
                group,
                group.transactions().stream().map(it -> business(it) ? syntax(it) : it).toList());
    }

    private static TransactionReport syntax(TransactionReport it) {
        var findings = it.findings().stream().filter(f -> !AdviceCode.isBusiness(f)).toList();
        return new TransactionReport(
                it.ordinal(),
                it.group(),
                it.type(),
                it.controlNumber(),
                it.start(),
                it.end(),
                it.firstSegment(),
                Verdict.of(findings),
                findings);
    }

    private static GroupReport with(GroupReport group, List<TransactionReport> transactions) {
        var verdicts = transactions.stream().map(TransactionReport::verdict).toList();
        var own = Verdict.of(group.findings());
        return group.with(own.orWorse(Verdict.together(verdicts)), transactions);
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
