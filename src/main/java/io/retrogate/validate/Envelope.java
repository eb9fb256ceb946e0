package io.retrogate.validate;

import java.io.IOException;

/** A family of envelopes: knows which segments open and close what, and what they say. */
interface Envelope {

    void take(RawSegment segment, InterchangeReading reading) throws IOException;
}
