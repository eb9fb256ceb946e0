package io.retrogate.deliver;

import io.retrogate.ledger.DeliveryOutcome.State;

/**
 * Decides by RFC 9110 status codes what follows from an attempt. The one question behind all of it:
 * may the same thing be sent once more without a second effect?
 */
final class HttpVerdict {

    private HttpVerdict() {}

    /**
     * @param repeatable the endpoint honours Idempotency-Key, or was declared {@code ambiguous:
     *     retry}
     */
    static State of(Attempt attempt, boolean repeatable) {
        return switch (attempt.result()) {
            case DONE -> State.DELIVERED;
            case AWAITED -> State.AWAITED;
            case NOT_DONE -> State.RETRY;
            case REFUSED -> State.DEAD;
            case AMBIGUOUS -> repeatable ? State.RETRY : State.HELD;
            case ANSWERED -> ofStatus(attempt, repeatable);
        };
    }

    private static State ofStatus(Attempt attempt, boolean repeatable) {
        int status = attempt.status();
        if (status == 408 || status == 425 || status == 429) {
            return State.RETRY;
        }
        if (status >= 300 && status < 500) {
            return State.DEAD;
        }
        // 503 with a time to come back says that nothing was done; any other failure of the server
        // may have struck after the effect.
        boolean postponed = status == 503 && !attempt.retryAfter().isBlank();
        return repeatable || postponed ? State.RETRY : State.HELD;
    }
}
