package io.retrogate.returns;

import io.retrogate.edi.ControlNumber;
import io.retrogate.edi.PartyId;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.Optional;

/**
 * What the envelope of an interchange of ours says.
 *
 * @param sender we, as the partner knows us
 * @param number of the interchange, and of its first functional group; documents in it count from 1
 * @param at written in UTC
 * @param charset that was agreed; empty: whatever suffices
 */
public record OutboundEnvelope(
        PartyId sender,
        PartyId receiver,
        ControlNumber number,
        boolean test,
        Instant at,
        Optional<Charset> charset) {}
