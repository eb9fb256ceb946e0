package io.retrogate.returns;

import io.retrogate.edi.Finding.Severity;
import io.retrogate.edi.MessageType;
import java.util.List;

/**
 * One message as a document, without its envelope.
 *
 * @param segments those between header and trailer; empty if the message cannot be written
 * @param findings what of the message is wrong, or has no place in the document
 */
public record RenderedDocument(
        MessageType type, List<Segment> segments, List<MessageFinding> findings) {

    public RenderedDocument {
        segments = List.copyOf(segments);
        findings = List.copyOf(findings);
    }

    /**
     * A segment before it gets its delimiters.
     *
     * @param elements each with its components; a simple element has one, an absent one none
     */
    public record Segment(String tag, List<List<String>> elements) {
        public Segment {
            elements = List.copyOf(elements);
        }
    }

    /** With an error among its findings it must not be sent. */
    public boolean usable() {
        return findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
    }
}
