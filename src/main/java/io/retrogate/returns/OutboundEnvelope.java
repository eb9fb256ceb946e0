package io.retrogate.returns;

import io.retrogate.edi.ControlNumber;
import io.retrogate.edi.PartyId;
import java.time.Instant;

/**
 * What the envelope of an interchange of ours says.
 *
 * @param sender we, as the partner knows us
 * @param number of the interchange, and of its first functional group; documents in it count from 1
 * @param at written in UTC
 */
public record OutboundEnvelope(
        PartyId sender, PartyId receiver, ControlNumber number, boolean test, Instant at) {}
