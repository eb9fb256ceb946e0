package io.retrogate.translate.text;

import io.retrogate.edi.ProblemCode;

/** Why translation cannot work at all; a wrong document is a finding, never one of these. */
public enum TranslateProblem implements ProblemCode {
    MAPPING_UNREADABLE(
            "TRN-001",
            "Make the mapping file valid YAML; the detail names file and line.",
            Retry.NEVER),
    PATH_UNKNOWN(
            "TRN-002",
            "Name a loop, segment or element that the schema of the message has; near names are given.",
            Retry.NEVER),
    TARGET_UNKNOWN(
            "TRN-003",
            "Name a member that the JSON Schema of the canonical message has; near names are given.",
            Retry.NEVER),
    RULE_INVALID("TRN-004", "Write the rule as src/docs/mapping.md says.", Retry.NEVER),
    CODE_TABLE_INVALID(
            "TRN-005",
            "Name an existing code table, and meanings that the target allows.",
            Retry.NEVER),
    SCHEMA_MISSING("TRN-006", "Name a message that has a schema in the gateway.", Retry.NEVER),
    CONTENT_UNREADABLE(
            "TRN-007",
            "See that the archive can be read, then replay the transmission.",
            Retry.LATER),
    EXPRESSION_INVALID(
            "TRN-008",
            "Write the expression as JSLT; the detail names file, line and what is wrong.",
            Retry.NEVER),
    LANES_DISAGREE(
            "TRN-010",
            "Report the message and its mapping; the message that was sent on is that of the rules.",
            Retry.NEVER);

    private final String id;
    private final String remedy;
    private final Retry retry;

    TranslateProblem(String id, String remedy, Retry retry) {
        this.id = id;
        this.remedy = remedy;
        this.retry = retry;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String remedy() {
        return remedy;
    }

    @Override
    public Retry retry() {
        return retry;
    }
}
