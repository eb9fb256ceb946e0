package io.retrogate.returns;

import io.retrogate.edi.ProblemCode;

/** Everything that can be wrong with a canonical message that is to become a document. */
public enum MessageProblem implements ProblemCode {
    UNREADABLE("MSG-001", "Send one JSON object, a return message, on each line."),
    AGAINST_SCHEMA("MSG-002", "Make the message valid against /schemas/return-message/1.0.json."),
    CODE_WITHOUT_COUNTERPART(
            "MSG-003",
            "Use a meaning that the code table knows, or give the code itself with its list."),
    VALUE_UNWRITABLE("MSG-004", "Give a value that the element can carry."),
    MEMBER_WITHOUT_PLACE(
            "MSG-005",
            "Leave the member out, or add a rule for it to the 'out' part of a mapping."),
    MESSAGE_UNSUPPORTED("MSG-006", "Choose a document that has a mapping with an 'out' part."),
    CHARACTER_UNWRITABLE(
            "MSG-007",
            "Write the value without it, or agree on characters that have it (key 'charset').");

    private final String id;
    private final String remedy;

    MessageProblem(String id, String remedy) {
        this.id = id;
        this.remedy = remedy;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String remedy() {
        return remedy;
    }

    /** A wrong message stays wrong. */
    @Override
    public Retry retry() {
        return Retry.NEVER;
    }
}
