package io.retrogate.validate;

import io.retrogate.edi.ProblemCode;

/** Why the stage could not judge. */
enum ValidateProblem implements ProblemCode {
    CONTENT_UNREADABLE("VAL-001", "Check the disk that holds the archive.", Retry.LATER),
    LANES_DISAGREE(
            "VAL-002",
            "Keep the document and report it; StAEDI's judgement was taken.",
            Retry.NEVER),
    GUIDE_IMPOSSIBLE(
            "VAL-003", "Correct the rule; it cannot be meant for this message.", Retry.NEVER);

    private final String id;
    private final String remedy;
    private final Retry retry;

    ValidateProblem(String id, String remedy, Retry retry) {
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
