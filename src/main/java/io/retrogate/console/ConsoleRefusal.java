package io.retrogate.console;

import org.springframework.web.ErrorResponseException;

/**
 * A request that cannot be answered as it was put; carries its problem details. Not a {@code
 * GatewayException}: no stage failed.
 */
final class ConsoleRefusal extends ErrorResponseException {

    private static final long serialVersionUID = 1L;

    ConsoleRefusal(ConsoleProblem problem, String detail) {
        super(problem.status(), Problems.of(problem, detail), null);
    }
}
