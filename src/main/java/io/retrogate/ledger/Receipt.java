package io.retrogate.ledger;

/**
 * The stored answer of the transport, replayed byte for byte to a resend.
 *
 * @param headers the HTTP header lines, CR LF between them
 * @param body ISO-8859-1 view of the exact bytes
 */
public record Receipt(String headers, String body) {}
