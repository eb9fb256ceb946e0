package io.retrogate.archive;

/**
 * Bytes that survive a crash.
 *
 * @param sha256 of the plaintext, lower-case hexadecimal
 * @param size in bytes
 */
public record Archived(ArchiveAddress address, String sha256, long size) {}
