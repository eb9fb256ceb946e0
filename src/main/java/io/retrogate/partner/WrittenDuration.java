package io.retrogate.partner;

import java.time.Duration;

/** A time as folders write it, such as {@code 500ms}, {@code 30s}, {@code 2m} or {@code 1h}. */
final class WrittenDuration {

    private WrittenDuration() {}

    /** The schema has seen that it has this form. */
    static Duration of(String text) {
        int digits = 0;
        while (Character.isDigit(text.charAt(digits))) {
            digits++;
        }
        long amount = Long.parseLong(text.substring(0, digits));
        return switch (text.substring(digits)) {
            case "ms" -> Duration.ofMillis(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofSeconds(amount);
        };
    }
}
