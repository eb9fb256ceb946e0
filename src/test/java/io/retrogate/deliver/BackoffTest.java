package io.retrogate.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    @ParameterizedTest
    @CsvSource({"1,15", "2,30", "3,60", "7,960", "8,1800", "48,1800", "2000000000,1800"})
    void doublesUpToTheCap(int attempt, long seconds) {
        assertThat(wait(attempt, "", 0.5)).isEqualTo(Duration.ofSeconds(seconds));
        assertThat(wait(attempt, "", 0)).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "90|90",
                "' 90 '|90",
                "0|15",
                "86400|7200",
                "99999999999999999999|7200",
                "Mon, 23 Nov 2026 12:10:00 GMT|600",
                "Mon, 23 Nov 2026 11:10:00 GMT|15",
                "soon|15",
                "-5|15"
            })
    void neverComesBackBeforeTheEndpointAsks(String retryAfter, long seconds) {
        assertThat(wait(1, retryAfter, 0.5)).isEqualTo(Duration.ofSeconds(seconds));
    }

    private static Duration wait(int attempt, String retryAfter, double random) {
        Backoff backoff =
                new Backoff(
                        Duration.ofSeconds(30),
                        Duration.ofHours(1),
                        Duration.ofHours(2),
                        () -> random);
        return Duration.between(NOW, backoff.next(attempt, retryAfter, NOW));
    }
}
