package io.retrogate.as2.conformance;

import io.retrogate.as2.As2Party;
import java.time.Duration;

/** Certificates of one partner, one for each state. */
record Rollover(As2Party active, As2Party retiring, As2Party announced, As2Party retired) {

    /** Until then, and since as long before. */
    static final Duration VALID = Duration.ofDays(60);

    static Rollover make() {
        var from = As2Party.NOW.minus(VALID);
        var to = As2Party.NOW.plus(VALID);
        return new Rollover(
                As2Party.valid("rolling-3", from, to),
                As2Party.named("rolling-2"),
                As2Party.named("rolling-4"),
                As2Party.named("rolling-1"));
    }

    Agreements write(Agreements agreements) throws Exception {
        return agreements.partner(
                "rolling",
                "rolling",
                """
                certificates:
                  - { file: certs/rolling-1.pem, state: retired }
                  - { file: certs/rolling-2.pem, state: retiring }
                  - { file: certs/rolling-3.pem, state: active }
                  - { file: certs/rolling-4.pem, state: announced }
                """,
                active,
                retiring,
                announced,
                retired);
    }
}
