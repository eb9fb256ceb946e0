package io.retrogate.ledger;

import java.time.Instant;

/**
 * How one attempt ended.
 *
 * @param status HTTP status, 0 if there was none
 * @param detail one sentence for people
 * @param retryAt when to try again, for RETRY and AWAITED; else the time of the outcome
 */
public record DeliveryOutcome(State state, int status, String detail, Instant retryAt) {

    public enum State {
        DELIVERED,
        /** The partner has it and owes the receipt; without one it is sent again. */
        AWAITED,
        RETRY,
        /** Refused for good: a person has to decide. */
        DEAD,
        /** We cannot know whether it had its effect, and the endpoint is not idempotent. */
        HELD
    }
}
