package io.retrogate.receive;

import java.io.IOException;

/** A partner wants to put more than was agreed. */
final class LimitReached extends IOException {

    private static final long serialVersionUID = 1L;

    LimitReached(String limit) {
        super(SftpServerProblem.LIMIT.id() + " " + limit);
    }
}
