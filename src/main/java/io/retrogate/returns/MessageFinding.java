package io.retrogate.returns;

import io.retrogate.edi.Finding.Severity;

/**
 * One defect of a canonical message that is to become a document.
 *
 * @param pointer JSON Pointer (RFC 6901) of the member; empty for the message as a whole
 * @param text the offending value; empty if there is none
 * @param explanation what was found and what was expected, one sentence
 */
public record MessageFinding(
        MessageProblem problem,
        Severity severity,
        String pointer,
        String text,
        String explanation) {}
