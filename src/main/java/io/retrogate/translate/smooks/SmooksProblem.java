package io.retrogate.translate.smooks;

import io.retrogate.edi.ProblemCode;

/** Why a Smooks configuration cannot work; what is wrong with a document is never one of these. */
public enum SmooksProblem implements ProblemCode {
    SMOOKS_UNUSABLE(
            "TRN-030",
            "Mend the Smooks configuration; the detail names the file and what Smooks says of it."),
    SMOOKS_FAILED(
            "TRN-031",
            "Make the Smooks configuration build the bean 'message' as src/docs/smooks.md says.");

    private final String id;
    private final String remedy;

    SmooksProblem(String id, String remedy) {
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

    @Override
    public Retry retry() {
        return Retry.NEVER;
    }
}
