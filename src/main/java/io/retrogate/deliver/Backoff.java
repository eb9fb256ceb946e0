package io.retrogate.deliver;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.function.DoubleSupplier;

/**
 * When to try again: exponential with full jitter, and never before the endpoint asked us to
 * (Retry-After, RFC 9110 §10.2.3).
 *
 * @param random gives values from 0 (inclusive) to 1 (exclusive)
 */
record Backoff(Duration first, Duration max, Duration maxRetryAfter, DoubleSupplier random) {

    private static final int MAX_DOUBLINGS = 30;

    Instant next(int attempt, String retryAfter, Instant now) {
        Instant wanted = now.plus(jittered(attempt));
        Instant asked = now.plus(asked(retryAfter, now));
        return wanted.isAfter(asked) ? wanted : asked;
    }

    private Duration jittered(int attempt) {
        int doublings = Math.min(Math.max(attempt - 1, 0), MAX_DOUBLINGS);
        double ceiling = Math.min(first.toMillis() * Math.pow(2, doublings), max.toMillis());
        return Duration.ofMillis((long) (ceiling * random.getAsDouble()));
    }

    /** Zero for no header and for one that cannot be read. */
    private Duration asked(String retryAfter, Instant now) {
        Duration wait = parsed(retryAfter.strip(), now);
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(maxRetryAfter) > 0 ? maxRetryAfter : wait;
    }

    private Duration parsed(String text, Instant now) {
        if (text.isEmpty()) {
            return Duration.ZERO;
        }
        if (text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return text.length() > 9 ? maxRetryAfter : Duration.ofSeconds(Long.parseLong(text));
        }
        try {
            return Duration.between(
                    now,
                    ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
        } catch (DateTimeException e) {
            return Duration.ZERO;
        }
    }
}
