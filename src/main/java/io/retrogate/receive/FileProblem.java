package io.retrogate.receive;

import io.retrogate.edi.ProblemCode;

/** Why a file, or a whole server, gives us nothing now. */
enum FileProblem implements ProblemCode {
    INCOMPLETE("RCV-201", "Wait, or have the partner send the file whole.", Retry.LATER),
    HOST_KEY(
            "RCV-202",
            "Ask the partner whether its host key changed; only then correct the known hosts file.",
            Retry.LATER),
    LOGIN("RCV-203", "Correct user, password or key, or ask the partner.", Retry.LATER),
    UNREACHABLE("RCV-204", "Check address, port and network; polling goes on.", Retry.LATER),
    NOT_KEPT("RCV-205", "The file stays with the partner; see the cause.", Retry.LATER),
    PARAMETER(
            "RCV-206",
            "Correct the parameter in the partner's *.camel.yaml; src/docs/routes.md lists all.",
            Retry.NEVER),
    LEFT("RCV-207", "Nothing, if the partner's routes are meant to leave it there.", Retry.LATER),
    HOST_UNKNOWN(
            "RCV-208",
            "Put the server's key into the known hosts file, after comparing its fingerprint.",
            Retry.LATER);

    private final String id;
    private final String remedy;
    private final Retry retry;

    FileProblem(String id, String remedy, Retry retry) {
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
