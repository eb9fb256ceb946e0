package io.retrogate.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "list",
        description = "Shows our keys: name, state, file, and the certificate of each.",
        footer = {"%nExample:", "  retrogate keys list --data /var/lib/retrogate"})
final class KeysListCommand implements Callable<Integer> {

    private final OwnKeysAccess access;

    @Option(names = "--json", description = "One JSON object for each key.")
    private boolean json;

    KeysListCommand(Terminal terminal, RetrogateCommand retrogate) {
        this.access = new OwnKeysAccess(terminal, retrogate);
    }

    @Override
    public Integer call() {
        return access.with(
                keys -> {
                    access.print(keys.all(), json);
                    return ExitCode.ACCEPTED;
                });
    }
}
