package io.retrogate.receive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;

/** A body that ends with an error once it is too long or takes too long. */
final class LimitedInput extends FilterInputStream {

    /** How much, until when, and what to tell when it has come whole. */
    record Limits(long bytes, Instant until, Runnable complete) {}

    private final Limits limits;
    private final Clock clock;
    private long count;

    LimitedInput(InputStream in, Limits limits, Clock clock) {
        super(in);
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = in.read(bytes, offset, length);
        if (read < 0) {
            limits.complete().run();
            return read;
        }
        count += read;
        if (count > limits.bytes()) {
            throw new BodyRefused(
                    As2ReceiveProblem.TOO_LARGE, "more than " + limits.bytes() + " bytes");
        }
        if (clock.instant().isAfter(limits.until())) {
            throw new BodyRefused(As2ReceiveProblem.TOO_SLOW, "after " + count + " bytes");
        }
        return read;
    }
}
