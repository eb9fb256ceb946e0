package io.retrogate.as2;

import io.retrogate.edi.Content;
import java.time.Clock;

/**
 * Takes AS2 messages apart: envelope, compression, signature, compression, each at most once, in
 * streams; the type of a layer is what its bytes say (RFC 4130 §4, RFC 5402).
 */
public final class Unwrapper {

    private final Spools spools;
    private final Clock clock;

    public Unwrapper(Spools spools, Clock clock) {
        this.spools = spools;
        this.clock = clock;
    }

    /**
     * Never throws for a wrong message: that is a refusal inside the result.
     *
     * @param headers those of the HTTP request
     * @throws io.retrogate.edi.GatewayException AS2-001 if the disk fails
     */
    public Unwrapped unwrap(
            MimeHeaders headers, Content body, As2Trust trust, ReceiptRequest wanted) {
        Unwrapping work = new Unwrapping(spools, clock, trust, wanted);
        return work.run(headers, Slice.of(body));
    }
}
