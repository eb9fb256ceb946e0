package io.retrogate.translate;

import io.retrogate.edi.Finding.Severity;
import io.retrogate.edi.Standard;
import io.retrogate.returns.MessageFinding;
import io.retrogate.returns.MessageProblem;
import java.util.ArrayList;
import java.util.List;

/** The writing of one document: for which standard, and what was found on the way. */
final class Rendering {

    private final Standard standard;
    private final String kind;
    private final List<MessageFinding> findings = new ArrayList<>();

    Rendering(Standard standard, String kind) {
        this.standard = standard;
        this.kind = kind;
    }

    Standard standard() {
        return standard;
    }

    String kind() {
        return kind;
    }

    /** Both standards' default; UNA is not written for another one. */
    char decimalMark() {
        return '.';
    }

    List<MessageFinding> findings() {
        return findings;
    }

    void add(MessageProblem problem, Severity severity, MessagePart part, String explanation) {
        var text = part.tree().isValueNode() ? part.tree().asText() : part.tree().toString();
        findings.add(new MessageFinding(problem, severity, part.pointer(), text, explanation));
    }
}
