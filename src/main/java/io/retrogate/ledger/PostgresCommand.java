package io.retrogate.ledger;

import io.retrogate.edi.GatewayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs a program of PostgreSQL. PostgreSQL refuses to run as root, so root becomes nobody for it.
 */
final class PostgresCommand {

    static final int NOBODY = 65534;

    private static final int SECONDS = 60;

    private final Path binaries;
    private final Path log;

    PostgresCommand(Path binaries, Path log) {
        this.binaries = binaries;
        this.log = log;
    }

    static boolean asRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** The exit code; the output goes to the log. */
    int run(String program, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        if (asRoot()) {
            command.addAll(
                    List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
        }
        command.add(binaries.resolve(program).toString());
        command.addAll(List.of(arguments));
        var process =
                new ProcessBuilder(command)
                        .directory(binaries.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start();
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return -1;
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            return -1;
        }
    }

    void mustRun(String program, String... arguments) throws IOException {
        int exit = run(program, arguments);
        if (exit != 0) {
            throw new GatewayException(
                    LedgerProblem.POSTGRES_NOT_STARTED,
                    program + " ended with " + exit + "; see " + log);
        }
    }

    /** Gives a file to the user that PostgreSQL runs as. */
    static void own(Path file) throws IOException {
        if (asRoot()) {
            Files.setAttribute(file, "unix:uid", NOBODY);
            Files.setAttribute(file, "unix:gid", NOBODY);
        }
    }
}
