package io.retrogate.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.deliver.Attempt.Result;
import io.retrogate.ledger.DeliveryOutcome.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpVerdictTest {

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
            # status, Retry-After, repeatable, not repeatable
            200,     , DELIVERED, DELIVERED
            202,     , DELIVERED, DELIVERED
            204,     , DELIVERED, DELIVERED
            301,     , DEAD,      DEAD
            307,     , DEAD,      DEAD
            400,     , DEAD,      DEAD
            401,     , DEAD,      DEAD
            404,     , DEAD,      DEAD
            409,     , DEAD,      DEAD
            422,     , DEAD,      DEAD
            408,     , RETRY,     RETRY
            425,     , RETRY,     RETRY
            429,     , RETRY,     RETRY
            429,   7 , RETRY,     RETRY
            500,     , RETRY,     HELD
            502,   7 , RETRY,     HELD
            503,     , RETRY,     HELD
            503,   7 , RETRY,     RETRY
            504,     , RETRY,     HELD
            599,     , RETRY,     HELD
            """)
    void followsFromTheStatus(int status, String after, State repeatable, State otherwise) {
        Attempt attempt = Attempt.answered(status, after == null ? "" : after);
        assertThat(HttpVerdict.of(attempt, true)).isEqualTo(repeatable);
        assertThat(HttpVerdict.of(attempt, false)).isEqualTo(otherwise);
    }

    @Test
    void holdsOnlyWhatCannotBeRepeated() {
        Attempt ambiguous = Attempt.of(Result.AMBIGUOUS, "");
        assertThat(HttpVerdict.of(ambiguous, true)).isEqualTo(State.RETRY);
        assertThat(HttpVerdict.of(ambiguous, false)).isEqualTo(State.HELD);
        assertThat(HttpVerdict.of(Attempt.of(Result.NOT_DONE, ""), false)).isEqualTo(State.RETRY);
        assertThat(HttpVerdict.of(Attempt.of(Result.REFUSED, ""), true)).isEqualTo(State.DEAD);
    }
}
