package io.retrogate.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PatienceTest {

    private final Patience patience = new Patience(Duration.ofMinutes(3));

    @Test
    void lastsAsLongAsTheLogGrows() {
        for (int minute = 0; minute < 30; minute += 2) {
            assertThat(patience.isOver(100 + minute, Duration.ofMinutes(minute))).isFalse();
        }
    }

    @Test
    void isOverWhenNothingComesAnyMore() {
        assertThat(patience.isOver(100, Duration.ofMinutes(10))).isFalse();
        assertThat(patience.isOver(100, Duration.ofMinutes(13))).isFalse();
        assertThat(patience.isOver(100, Duration.ofMinutes(14))).isTrue();
        assertThat(patience.isOver(101, Duration.ofMinutes(15))).isFalse();
    }
}
