package io.retrogate.as2;

/**
 * A receipt as it goes over the wire; the same one can be sent again, byte for byte.
 *
 * @param headers HTTP header lines, CR LF between them
 * @param body ISO-8859-1 view of the exact bytes
 */
public record Mdn(String headers, String body) {}
