package io.retrogate.partner;

import java.net.URI;
import java.time.Duration;

/**
 * That a partner sends its receipts on a connection of their own (RFC 4130 §7.1).
 *
 * @param at where the partner reaches our AS2 front
 * @param within after which time a message without a receipt is sent again
 */
public record AwaitedReceipt(URI at, Duration within) {}
