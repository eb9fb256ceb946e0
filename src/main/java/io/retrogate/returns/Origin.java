package io.retrogate.returns;

import java.time.Instant;

/**
 * Where a document came from. With the ordinals of interchange and transaction it makes the id of
 * the canonical message, so that translating again gives the same message.
 *
 * @param transmission the ledger's id, or the file name for an offline run
 * @param partner folder name; empty if unknown
 * @param receivedAt the ledger's time of arrival
 */
public record Origin(String transmission, String partner, Instant receivedAt) {}
