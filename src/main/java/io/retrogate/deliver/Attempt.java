package io.retrogate.deliver;

import java.time.Duration;

/**
 * What one attempt saw, before anybody decides what follows from it.
 *
 * @param status HTTP status, 0 if there was none
 * @param detail one sentence for people
 * @param retryAfter the HTTP header of that name, empty if there was none
 * @param within how long a proof may take that it arrived; zero if none is awaited
 */
record Attempt(Result result, int status, String detail, String retryAfter, Duration within) {

    Attempt(Result result, int status, String detail, String retryAfter) {
        this(result, status, detail, retryAfter, Duration.ZERO);
    }

    enum Result {
        /** The other side has it, proven. */
        DONE,
        /** The other side has it, and proves that later. */
        AWAITED,
        /** An HTTP status other than 2xx. */
        ANSWERED,
        /** It certainly had no effect, or doing it again does no harm. */
        NOT_DONE,
        /** The other side said no for good. */
        REFUSED,
        /** Sent, perhaps received. */
        AMBIGUOUS
    }

    static Attempt answered(int status, String retryAfter) {
        return new Attempt(
                status / 100 == 2 ? Result.DONE : Result.ANSWERED,
                status,
                "HTTP status " + status,
                retryAfter);
    }

    static Attempt of(Result result, String detail) {
        return new Attempt(result, 0, detail, "");
    }
}
