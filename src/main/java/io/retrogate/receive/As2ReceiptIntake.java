package io.retrogate.receive;

import io.retrogate.archive.Archived;
import io.retrogate.as2.ArrivedReceipt;
import io.retrogate.as2.As2Outcome;
import io.retrogate.as2.Mic;
import io.retrogate.as2.Spools;
import io.retrogate.ledger.AwaitedReceipts;
import io.retrogate.ledger.AwaitedReceipts.Arrived;
import io.retrogate.ledger.AwaitedReceipts.Awaited;
import io.retrogate.ledger.DeliveryOutcome;
import io.retrogate.partner.As2Agreement;
import io.retrogate.partner.TradingPartner;
import io.retrogate.receive.As2Request.Envelope;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in the receipts that come on connections of their own (RFC 4130 §7.1). Every one about a
 * message of ours is kept; only one that proves something ends its delivery, so that nobody else
 * can end it.
 */
final class As2ReceiptIntake {

    private static final Logger log = LoggerFactory.getLogger(As2ReceiptIntake.class);

    /** Where the partner has other bytes, the same ones may well come over the second time. */
    private static final Duration AGAIN_AFTER = Duration.ofMinutes(1);

    private final AwaitedReceipts receipts;
    private final Spools spools;
    private final Clock clock;

    As2ReceiptIntake(AwaitedReceipts receipts, Spools spools, Clock clock) {
        this.receipts = receipts;
        this.spools = spools;
        this.clock = clock;
    }

    As2Answer take(
            ArrivedReceipt receipt,
            As2Request request,
            Envelope envelope,
            Archived wire,
            Optional<TradingPartner> partner) {
        String about = receipt.about();
        Optional<As2Agreement> agreed = partner.flatMap(TradingPartner::as2);
        Optional<Awaited> awaited = partner.flatMap(known -> receipts.find(known.name(), about));
        if (agreed.isEmpty() || awaited.isEmpty()) {
            log.atWarn()
                    .addKeyValue("problem", As2ReceiveProblem.RECEIPT_UNKNOWN.id())
                    .addKeyValue("from", envelope.from())
                    .addKeyValue("about", about)
                    .log("a receipt is about nothing that we sent");
            return As2Answer.problem(As2ReceiveProblem.RECEIPT_UNKNOWN, "No such message.");
        }
        As2Outcome judged =
                receipt.judge(
                        spools,
                        clock,
                        agreed.get().policy(),
                        agreed.get().certificates(),
                        about,
                        Mic.parse(awaited.get().mic()));
        Optional<DeliveryOutcome> outcome = outcome(judged);
        receipts.arrived(
                new Arrived(
                        awaited.get().delivery(),
                        request.headers().lines(),
                        wire.address().value(),
                        outcome,
                        judged.state() + " " + judged.detail()));
        (outcome.isPresent() ? log.atInfo() : log.atWarn())
                .addKeyValue("delivery", awaited.get().delivery())
                .addKeyValue("partner", partner.get().name())
                .addKeyValue("about", about)
                .addKeyValue("outcome", judged.state())
                .addKeyValue("detail", judged.detail())
                .log("AS2 receipt received");
        return outcome.isPresent()
                ? As2Answer.empty()
                : As2Answer.problem(As2ReceiveProblem.RECEIPT_UNPROVEN, "It ends nothing.");
    }

    private Optional<DeliveryOutcome> outcome(As2Outcome judged) {
        return switch (judged.state()) {
            case RECEIPT_VERIFIED -> ended(DeliveryOutcome.State.DELIVERED, judged, Duration.ZERO);
            case RECEIPT_NEGATIVE -> ended(DeliveryOutcome.State.DEAD, judged, Duration.ZERO);
            case MIC_MISMATCH -> ended(DeliveryOutcome.State.RETRY, judged, AGAIN_AFTER);
            case RECEIPT_MISSING,
                    RECEIPT_UNSIGNED,
                    RECEIPT_UNPROVEN,
                    RECEIPT_OF_ANOTHER,
                    RECEIPT_AWAITED,
                    HTTP_ERROR,
                    NO_CONNECTION,
                    NO_TLS,
                    AMBIGUOUS ->
                    Optional.empty();
        };
    }

    private Optional<DeliveryOutcome> ended(
            DeliveryOutcome.State state, As2Outcome judged, Duration wait) {
        return Optional.of(
                new DeliveryOutcome(state, 0, judged.detail(), clock.instant().plus(wait)));
    }
}
