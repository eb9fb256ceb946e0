package io.retrogate.acknowledge;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Under which number and when an answer is written; times are UTC. */
record Issue(String number, OffsetDateTime at) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm");

    static Issue of(String number, Instant time) {
        return new Issue(number, time.atOffset(ZoneOffset.UTC));
    }

    String day() {
        return DAY.format(at);
    }

    String time() {
        return TIME.format(at);
    }
}
