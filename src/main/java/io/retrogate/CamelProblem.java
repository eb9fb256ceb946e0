package io.retrogate;

import io.retrogate.edi.ProblemCode;

/** What can be wrong with the Camel files of a partner folder. */
enum CamelProblem implements ProblemCode {
    ROUTES_BROKEN("CML-001", "Correct the file; the last good routes keep running."),
    FILE_MISSING("CML-002", "Put the file there, or correct the name."),
    FOREIGN_NAME("CML-003", "Let route ids begin with the folder's name and a hyphen."),
    NOT_A_ROUTE("CML-004", "Use only route and templatedRoute in the files of a partner folder."),
    OUT_OF_REACH(
            "CML-005",
            "Use only the steps, addresses and languages that src/docs/routes.md lists.");

    private final String id;
    private final String remedy;

    CamelProblem(String id, String remedy) {
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

    /** A folder is read again when it changes. */
    @Override
    public Retry retry() {
        return Retry.NEVER;
    }
}
