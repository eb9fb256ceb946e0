package io.retrogate.as2;

import io.retrogate.edi.Content;

/**
 * One document to send.
 *
 * @param messageId with angle brackets; the same one on every attempt, so that the partner can tell
 *     a resend
 * @param fileName suggested to the partner
 * @param contentType for example {@code application/edi-x12}
 */
public record As2Message(
        String messageId, String subject, String fileName, String contentType, Content content) {}
