package io.retrogate.receive;

import java.io.IOException;

/** The body breaks a limit; nothing of it is kept. */
final class BodyRefused extends IOException {

    private static final long serialVersionUID = 1L;

    private final As2ReceiveProblem problem;

    BodyRefused(As2ReceiveProblem problem, String detail) {
        super(detail);
        this.problem = problem;
    }

    As2ReceiveProblem problem() {
        return problem;
    }
}
