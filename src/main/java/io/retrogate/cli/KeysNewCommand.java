package io.retrogate.cli;

import io.retrogate.as2.CertificateState;
import io.retrogate.partner.KeyType;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "new",
        description = {
            "Makes a key pair with a certificate for partners beside it. A running",
            "gateway takes it in within seconds. An announced key decrypts already and",
            "does not sign yet."
        },
        footer = {"%nExample:", "  retrogate keys new --data /var/lib/retrogate --name RETROGATE"})
final class KeysNewCommand implements Callable<Integer> {

    private final OwnKeysAccess access;

    @Option(
            names = "--name",
            paramLabel = "AS2NAME",
            required = true,
            converter = As2NameText.class,
            description = "Our AS2 name that the key is for.")
    private String name = "";

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            converter = KeyTypeText.class,
            defaultValue = "rsa-3072",
            description = {
                "rsa-3072, rsa-2048 or p-256. Default: ${DEFAULT-VALUE}.",
                "What is encrypted for p-256 needs key agreement, which not every partner has."
            })
    private KeyType type = KeyType.RSA_3072;

    @Option(
            names = "--state",
            paramLabel = "STATE",
            converter = StateText.class,
            description = "Default: active if there is no key yet, else announced.")
    private @Nullable CertificateState state;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    KeysNewCommand(Terminal terminal, RetrogateCommand retrogate) {
        this.access = new OwnKeysAccess(terminal, retrogate);
    }

    @Override
    public Integer call() {
        return access.with(
                keys -> {
                    var made = keys.make(name, type, Optional.ofNullable(state));
                    access.print(List.of(made), json);
                    return ExitCode.ACCEPTED;
                });
    }
}
