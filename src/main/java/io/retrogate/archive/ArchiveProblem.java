package io.retrogate.archive;

import io.retrogate.edi.ProblemCode;

/** Why the archive could not do its work. */
enum ArchiveProblem implements ProblemCode {
    CANNOT_KEEP("ARC-001", "Make room on the archive's disk, or check its permissions."),
    GONE("ARC-002", "Restore the archive from its backup; the ledger names the address.");

    private final String id;
    private final String remedy;

    ArchiveProblem(String id, String remedy) {
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
        return Retry.LATER;
    }
}
