package io.retrogate.cli;

import io.retrogate.as2.CertificateState;
import io.retrogate.partner.Pem;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "export",
        description = "Writes our public certificate to standard output, in PEM, for a partner.",
        footer = {
            "%nExample:",
            "  retrogate keys export --name RETROGATE --state announced > retrogate-2027.pem"
        })
final class KeysExportCommand implements Callable<Integer> {

    private final OwnKeysAccess access;
    private final Terminal terminal;

    @Option(
            names = "--name",
            paramLabel = "AS2NAME",
            required = true,
            converter = As2NameText.class,
            description = "Our AS2 name.")
    private String name = "";

    @Option(
            names = "--state",
            paramLabel = "STATE",
            converter = StateText.class,
            defaultValue = "active",
            description = "Of which key. Default: ${DEFAULT-VALUE}.")
    private CertificateState state = CertificateState.ACTIVE;

    KeysExportCommand(Terminal terminal, RetrogateCommand retrogate) {
        this.access = new OwnKeysAccess(terminal, retrogate);
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return access.with(
                keys -> {
                    var found = keys.of(name, state);
                    if (found.isEmpty()) {
                        terminal.complain(
                                CliProblem.KEY_UNKNOWN, "There is no such key of " + name + ".");
                        return ExitCode.REJECTED;
                    }
                    for (var entry : found) {
                        terminal.out().print(Pem.of(entry.certificate()));
                    }
                    return ExitCode.ACCEPTED;
                });
    }
}
