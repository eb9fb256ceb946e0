package io.retrogate.translate.out;

import io.retrogate.edi.Finding.Severity;
import io.retrogate.edi.Standard;
import io.retrogate.returns.MessageFinding;
import io.retrogate.returns.MessageProblem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The writing of one document: for which standard, and what was found on the way. */
public final class Rendering {

    private final Standard standard;
    private final String kind;
    private final Set<MessageFinding> findings = new LinkedHashSet<>();
    private Turn turn = Turn.WHOLE;

    public Rendering(Standard standard, String kind) {
        this.standard = standard;
        this.kind = kind;
    }

    Standard standard() {
        return standard;
    }

    String kind() {
        return kind;
    }

    public List<MessageFinding> findings() {
        return List.copyOf(findings);
    }

    /** The rules of an object write twice; what the first turn wrote the second leaves alone. */
    enum Turn {
        /** An item of a list goes only where all of it is read: a dated order is no mere REF. */
        WHOLE,
        /** Everything else that has any place. */
        REST
    }

    Turn turn() {
        return turn;
    }

    void take(Turn next) {
        turn = next;
    }

    void add(MessageProblem problem, Severity severity, MessagePart part, String explanation) {
        var text = part.tree().isValueNode() ? part.tree().asText() : part.tree().toString();
        findings.add(new MessageFinding(problem, severity, part.pointer(), text, explanation));
    }
}
