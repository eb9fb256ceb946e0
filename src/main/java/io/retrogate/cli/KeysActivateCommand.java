package io.retrogate.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "activate",
        description = {
            "Makes the announced key the one that signs; the one that did is then",
            "retiring and goes on decrypting. Do it when the partners have the",
            "certificate."
        },
        footer = {"%nExample:", "  retrogate keys activate --name RETROGATE"})
final class KeysActivateCommand implements Callable<Integer> {

    private final OwnKeysAccess access;

    @Option(
            names = "--name",
            paramLabel = "AS2NAME",
            required = true,
            converter = As2NameText.class,
            description = "Our AS2 name.")
    private String name = "";

    @Option(names = "--json", description = "One JSON object for each key of the name.")
    private boolean json;

    KeysActivateCommand(Terminal terminal, RetrogateCommand retrogate) {
        this.access = new OwnKeysAccess(terminal, retrogate);
    }

    @Override
    public Integer call() {
        return access.with(
                keys -> {
                    access.print(keys.activate(name), json);
                    return ExitCode.ACCEPTED;
                });
    }
}
