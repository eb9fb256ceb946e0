package io.retrogate.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrogate.receive.LimitedInput.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LimitedInputTest {

    private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

    private final AtomicInteger complete = new AtomicInteger();

    @Test
    void passesABodyWithinItsLimits() throws IOException {
        try (InputStream in = limited(5, START.plusSeconds(60))) {
            assertThat(in.readAllBytes()).hasSize(5);
        }
        assertThat(complete).hasPositiveValue();
    }

    @Test
    void endsABodyThatIsTooLong() throws IOException {
        try (InputStream in = limited(6, START.plusSeconds(60))) {
            assertProblem(in, As2ReceiveProblem.TOO_LARGE);
        }
        assertThat(complete).hasValue(0);
    }

    @Test
    void endsABodyThatTakesTooLong() throws IOException {
        try (InputStream in = limited(5, START.plusSeconds(3))) {
            assertProblem(in, As2ReceiveProblem.TOO_SLOW);
        }
        assertThat(complete).hasValue(0);
    }

    private static void assertProblem(InputStream in, As2ReceiveProblem problem) {
        assertThatThrownBy(in::readAllBytes)
                .isInstanceOfSatisfying(
                        BodyRefused.class, e -> assertThat(e.problem()).isEqualTo(problem));
    }

    /** One byte at a time, one second each. */
    private InputStream limited(int size, Instant until) {
        InputStream slow =
                new ByteArrayInputStream(new byte[size]) {
                    @Override
                    public synchronized int read(byte[] bytes, int offset, int length) {
                        return super.read(bytes, offset, Math.min(1, length));
                    }
                };
        return new LimitedInput(
                slow,
                new Limits(5, until, complete::incrementAndGet),
                new Ticking(new AtomicInteger()));
    }

    private static final class Ticking extends Clock {

        private final AtomicInteger seconds;

        Ticking(AtomicInteger seconds) {
            this.seconds = seconds;
        }

        @Override
        public Instant instant() {
            return START.plusSeconds(seconds.incrementAndGet());
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
