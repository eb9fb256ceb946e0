package io.retrogate.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class WordingTest {

    @Test
    void writesSizesAsPeopleReadThem() {
        assertThat(Wording.size(1)).isEqualTo("1 byte");
        assertThat(Wording.size(999)).isEqualTo("999 bytes");
        assertThat(Wording.size(4_512)).isEqualTo("4.5 kB");
        assertThat(Wording.size(999_999)).isEqualTo("1.0 MB");
        assertThat(Wording.size(1_073_741_824)).isEqualTo("1.1 GB");
    }

    @Test
    void writesTimesInUtc() {
        assertThat(Wording.time(Instant.parse("2026-01-02T03:04:05.678Z")))
                .isEqualTo("2026-01-02 03:04:05 UTC");
    }
}
