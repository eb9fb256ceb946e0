package io.retrogate.cli;

import io.retrogate.edi.GatewayException;
import io.retrogate.edi.ProblemCode;
import io.retrogate.partner.PartnerProblem;

/** Turns what escaped from a command into one line with an id, and an exit code. */
record Crash(Terminal terminal) {

    int handle(Throwable failure) {
        if (failure instanceof GatewayException e) {
            terminal.complain(e.code(), detail(e));
            return code(e.code());
        }
        terminal.complain(CliProblem.CRASHED, "The command failed: " + failure + ".");
        failure.printStackTrace(terminal.err());
        return ExitCode.CRASH;
    }

    private static int code(ProblemCode code) {
        if (code instanceof PartnerProblem) {
            return ExitCode.REJECTED;
        }
        return code == CliProblem.FOLDER_UNUSABLE ? ExitCode.UNUSABLE : ExitCode.CRASH;
    }

    /** The message without its id. */
    static String detail(GatewayException e) {
        var message = String.valueOf(e.getMessage());
        var id = e.code().id() + " ";
        return message.startsWith(id) ? message.substring(id.length()) : message;
    }
}
