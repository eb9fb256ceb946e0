package io.retrogate.receive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class FileFailuresTest {

    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-11-02T09:15:00Z"));
    private final FileFailures failures =
            new FileFailures(
                    "nordwind",
                    new Clock() {
                        @Override
                        public Instant instant() {
                            return now.get();
                        }

                        @Override
                        public ZoneOffset getZone() {
                            return ZoneOffset.UTC;
                        }

                        @Override
                        public Clock withZone(java.time.ZoneId zone) {
                            return this;
                        }
                    });

    @Test
    void saysTheSameTroubleOnceInTenMinutesAndAnotherAtOnce() {
        assertThat(failures.worthSaying("RCV-204 away")).isTrue();
        assertThat(failures.worthSaying("RCV-204 away")).isFalse();
        assertThat(failures.worthSaying("RCV-203 login")).isTrue();
        now.set(now.get().plus(Duration.ofMinutes(10)).minusMillis(1));
        assertThat(failures.worthSaying("RCV-203 login")).isFalse();
        now.set(now.get().plusMillis(1));
        assertThat(failures.worthSaying("RCV-203 login")).isTrue();
    }
}
