package io.retrogate.ledger;

/**
 * What came beside a document in one message (RFC 6362), and is not a document itself.
 *
 * @param name as the sender suggests it, without any path; empty if it suggests none
 * @param contentType lower case, without parameters
 * @param address archive address of its bytes
 * @param size in bytes
 */
public record Attachment(
        String name, String contentType, String address, String sha256, long size) {}
