package io.retrogate.as2.conformance;

import io.retrogate.as2.As2Party;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Stands still until a case says how much time has passed. */
final class MovableClock extends Clock {

    private volatile Instant now = As2Party.NOW;

    void set(Duration fromStart) {
        now = As2Party.NOW.plus(fromStart);
    }

    @Override
    public Instant instant() {
        return now;
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
