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

    @Test
    void tellsWhichTroubleAPersonHasToLookAt() {
        assertThat(id("HostKey has been changed: [127.0.0.1]:22")).isEqualTo("RCV-202");
        assertThat(id("the server shows another certificate")).isEqualTo("RCV-202");
        assertThat(id("reject HostKey: 127.0.0.1")).isEqualTo("RCV-208");
        assertThat(id("Auth fail for methods 'publickey'")).isEqualTo("RCV-203");
        assertThat(id("File operation failed: 530 Login incorrect. Code: 530"))
                .isEqualTo("RCV-203");
        assertThat(id("Cannot connect to sftp://a")).isEqualTo("RCV-204");
        assertThat(id("disk full")).isEqualTo("RCV-205");
    }

    private static String id(String cause) {
        return FileFailures.problem(new RuntimeException(new RuntimeException(cause))).id();
    }
}
