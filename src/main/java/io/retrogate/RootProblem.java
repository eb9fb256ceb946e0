package io.retrogate;

import io.retrogate.edi.ProblemCode;

/** What goes wrong between the stages. */
enum RootProblem implements ProblemCode {
    UNEXPECTED("GTW-001", "Read the log; report it with the transmission's id.", Retry.LATER),
    PARTNER_GONE(
            "GTW-002", "Put the partner's folder back; what came from it is waiting.", Retry.LATER),
    ROUTE_BROKEN("GTW-003", "Correct the Camel routes in the folder.", Retry.NEVER),
    NODE_UNNAMED(
            "GTW-004",
            "Give each node of the gateway another retrogate.node, of letters, digits and hyphens.",
            Retry.NEVER);

    private final String id;
    private final String remedy;
    private final Retry retry;

    RootProblem(String id, String remedy, Retry retry) {
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
