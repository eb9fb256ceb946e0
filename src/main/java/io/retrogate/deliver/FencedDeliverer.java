package io.retrogate.deliver;

import io.retrogate.edi.GatewayException;
import io.retrogate.edi.ProblemCode.Retry;
import io.retrogate.ledger.Claim;
import io.retrogate.ledger.DeliveryOutcome;
import io.retrogate.ledger.DeliveryOutcome.State;
import io.retrogate.ledger.Failpoint;
import io.retrogate.ledger.Failpoints;
import io.retrogate.ledger.Ledger;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Claims under a lease that outlasts the deadline, acts, settles. Whoever is too late finds its
 * token stale.
 */
final class FencedDeliverer implements Deliverer {

    private static final Logger log = LoggerFactory.getLogger(FencedDeliverer.class);

    private final Ledger ledger;
    private final Failpoints failpoints;
    private final HandOvers handOvers;
    private final Renditions renditions;
    private final DeliverProperties properties;
    private final Backoff backoff;
    private final Clock clock;

    FencedDeliverer(
            Ledger ledger,
            Failpoints failpoints,
            HandOvers handOvers,
            Renditions renditions,
            DeliverProperties properties,
            Backoff backoff,
            Clock clock) {
        this.ledger = ledger;
        this.failpoints = failpoints;
        this.handOvers = handOvers;
        this.renditions = renditions;
        this.properties = properties;
        this.backoff = backoff;
        this.clock = clock;
    }

    @Override
    public void deliver(UUID delivery) {
        failpoints.reach(Failpoint.DELIVERY_TAKEN);
        Optional<Claim> claimed =
                ledger.claim(delivery, handOvers.longestDeadline().plus(properties.leaseMargin()));
        if (claimed.isEmpty()) {
            return;
        }
        Claim claim = claimed.get();
        failpoints.reach(Failpoint.CLAIMED);
        DeliveryOutcome outcome = outcome(claim);
        failpoints.reach(Failpoint.EFFECT_DONE);
        boolean settled = ledger.settle(claim, outcome);
        failpoints.reach(Failpoint.OUTCOME_SETTLED);
        report(claim, outcome, settled);
    }

    private DeliveryOutcome outcome(Claim claim) {
        try {
            HandOver handOver = handOvers.of(claim);
            if (claim.attempt() > properties.giveUpAfterAttempts()) {
                return settled(
                        State.DEAD,
                        0,
                        "Given up after "
                                + properties.giveUpAfterAttempts()
                                + " attempts: no receipt came.");
            }
            if (claim.interrupted() && !handOver.repeatable()) {
                return settled(
                        State.HELD, 0, "An earlier attempt broke off and may have had its effect.");
            }
            Optional<Claim> ready = renditions.ready(claim);
            if (ready.isEmpty()) {
                Attempt none = Attempt.of(Attempt.Result.NOT_DONE, "Somebody else attempts it.");
                return decided(claim, none, State.RETRY);
            }
            Attempt attempt = attempt(handOver, ready.get());
            return decided(claim, attempt, HttpVerdict.of(attempt, handOver.repeatable()));
        } catch (GatewayException e) {
            Attempt none =
                    Attempt.of(Attempt.Result.NOT_DONE, e.getMessage() + " " + e.code().remedy());
            return decided(claim, none, e.code().retry() == Retry.NEVER ? State.DEAD : State.RETRY);
        }
    }

    private static Attempt attempt(HandOver handOver, Claim claim) {
        try {
            return handOver.attempt(claim);
        } catch (GatewayException e) {
            throw e;
        } catch (RuntimeException e) {
            // Nobody foresaw it, so nobody knows whether it happened before or after sending.
            return Attempt.of(Attempt.Result.AMBIGUOUS, e.toString());
        }
    }

    private DeliveryOutcome decided(Claim claim, Attempt attempt, State state) {
        if (state == State.AWAITED) {
            Instant until = clock.instant().plus(attempt.within());
            return new DeliveryOutcome(state, attempt.status(), attempt.detail(), until);
        }
        if (state != State.RETRY) {
            return settled(state, attempt.status(), attempt.detail());
        }
        if (claim.attempt() >= properties.giveUpAfterAttempts()) {
            return settled(
                    State.DEAD,
                    attempt.status(),
                    attempt.detail() + " Given up after " + claim.attempt() + " attempts.");
        }
        Instant next = backoff.next(claim.attempt(), attempt.retryAfter(), clock.instant());
        return new DeliveryOutcome(State.RETRY, attempt.status(), attempt.detail(), next);
    }

    private DeliveryOutcome settled(State state, int status, String detail) {
        return new DeliveryOutcome(state, status, detail, clock.instant());
    }

    private static void report(Claim claim, DeliveryOutcome outcome, boolean settled) {
        boolean fine =
                settled && (outcome.state() == State.DELIVERED || outcome.state() == State.AWAITED);
        (fine ? log.atInfo() : log.atWarn())
                .addKeyValue("delivery", claim.delivery())
                .addKeyValue("target", claim.target())
                .addKeyValue("attempt", claim.attempt())
                .addKeyValue("outcome", outcome.state())
                .addKeyValue("status", outcome.status())
                .addKeyValue("detail", outcome.detail())
                .log(settled ? "delivery attempted" : "delivery belongs to somebody else by now");
    }
}
