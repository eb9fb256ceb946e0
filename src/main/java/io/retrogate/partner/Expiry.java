package io.retrogate.partner;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The days before the end of a certificate on which people are told of it. Whoever is told by the
 * step, and not by the days that are left, is told once for each.
 */
final class Expiry {

    private static final int[] STEPS = {1, 7, 14, 30};

    private Expiry() {}

    /** The nearest step that has begun; empty while there is more time than the largest. */
    static OptionalInt step(Instant until, Instant now) {
        return IntStream.of(STEPS)
                .filter(days -> !until.isAfter(now.plus(Duration.ofDays(days))))
                .findFirst();
    }
}
