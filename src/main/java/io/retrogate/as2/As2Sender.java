package io.retrogate.as2;

import java.time.Clock;
import java.time.Duration;

/** Sends one AS2 message and judges the synchronous receipt (RFC 4130 §7). */
public final class As2Sender {

    private final Spools spools;
    private final Clock clock;

    public As2Sender(Spools spools, Clock clock) {
        this.spools = spools;
        this.clock = clock;
    }

    /**
     * Sends the message once; never follows a redirect. The deadline covers connecting, sending and
     * the whole receipt.
     *
     * @throws io.retrogate.edi.GatewayException AS2-002 or AS2-003 if the message cannot be built
     */
    public As2Outcome send(As2Link link, As2Message message, Duration deadline) {
        throw new UnsupportedOperationException(spools + " " + clock);
    }
}
