package io.retrogate.deliver;

import io.retrogate.edi.GatewayException;
import io.retrogate.ledger.Claim;
import io.retrogate.ledger.Receipt;
import io.retrogate.partner.Partners;
import io.retrogate.partner.TradingPartner;
import java.time.Duration;

/** Finds the way to hand a claimed delivery over, as the partner folders say now. */
final class HandOvers {

    static final String CANONICAL = "canonical";
    private static final String AS2 = "as2";

    private final Partners partners;
    private final EndpointPost endpoints;
    private final As2Post as2;
    private final ReceiptPost receipts;
    private final RoutePost routes;
    private final Duration partnerDeadline;

    HandOvers(
            Partners partners,
            EndpointPost endpoints,
            As2Post as2,
            ReceiptPost receipts,
            RoutePost routes,
            Duration partnerDeadline) {
        this.partners = partners;
        this.endpoints = endpoints;
        this.as2 = as2;
        this.receipts = receipts;
        this.routes = routes;
        this.partnerDeadline = partnerDeadline;
    }

    /** The longest deadline that any claim can need; the target is known only after claiming. */
    Duration longestDeadline() {
        return partners.endpoints().stream()
                .map(e -> e.deadline())
                .reduce(partnerDeadline, (a, b) -> a.compareTo(b) > 0 ? a : b);
    }

    /** Fails with DLV-001 or DLV-002 if there is no way now. */
    HandOver of(Claim claim) {
        if (claim.form().equals(CANONICAL)) {
            return partners.endpoint(claim.target())
                    .map(endpoints::to)
                    .orElseThrow(
                            () ->
                                    new GatewayException(
                                            DeliverProblem.ENDPOINT_UNKNOWN, claim.target()));
        }
        TradingPartner partner =
                partners.named(claim.target())
                        .orElseThrow(() -> noWay(claim.target() + " has no folder"));
        if (claim.form().equals(Receipt.FORM)) {
            return receipts.to(partner, partnerDeadline);
        }
        if (partner.acknowledgeBy().isEmpty()) {
            throw noWay(partner.name() + " has no acknowledgeBy");
        }
        return partner.acknowledgeBy().equals(AS2)
                ? as2.to(partner, partnerDeadline)
                : routes.to(partner, partnerDeadline);
    }

    private static GatewayException noWay(String detail) {
        return new GatewayException(DeliverProblem.NO_WAY_BACK, detail);
    }
}
