package io.retrogate.cli;

import io.retrogate.as2.CertificateState;
import io.retrogate.edi.GatewayException;
import io.retrogate.partner.CertificateImport;
import io.retrogate.partner.CertificateImport.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import-certificate",
        description = {
            "Puts a partner's certificate into its folder, and says which one it is. If it",
            "becomes active, what was active before is retiring; one that is there",
            "already changes its state. Compare the fingerprint by telephone."
        },
        footer = {
            "%nExample:",
            "  retrogate partner import-certificate routes/acme acme-2027.cer --state announced"
        })
final class ImportCertificateCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Option(
            names = "--state",
            paramLabel = "STATE",
            converter = StateText.class,
            description =
                    "announced, active, retiring or retired. Default: active if none is, else announced.")
    private @Nullable CertificateState state;

    @Parameters(index = "0", paramLabel = "DIR", description = "For example routes/acme.")
    private Path folder = Path.of(".");

    @Parameters(
            index = "1",
            paramLabel = "FILE",
            description = "X.509 or PKCS#7, PEM or DER; its chain may be in it.")
    private Path file = Path.of(".");

    ImportCertificateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (!Files.isDirectory(folder)) {
            throw new GatewayException(CliProblem.FOLDER_UNUSABLE, folder + " is not a folder.");
        }
        byte[] content;
        try {
            content = Files.readAllBytes(file);
        } catch (IOException e) {
            terminal.complain(CliProblem.FILE_UNREADABLE, "Cannot read " + file + ".");
            return ExitCode.UNUSABLE;
        }
        try {
            var certificates = new CertificateImport(folder, terminal.clock());
            return tell(certificates.take(file, content, Optional.ofNullable(state)));
        } catch (IOException e) {
            String text = folder + " cannot be written (" + e.getClass().getSimpleName() + ").";
            throw new GatewayException(CliProblem.FOLDER_UNUSABLE, text, e);
        }
    }

    private int tell(Outcome outcome) {
        if (outcome instanceof Outcome.Put put) {
            var line = new CertificateLine(put.state(), put.file(), put.certificate());
            terminal.out().println(json ? line.json().toString() : line.text());
            for (Path moved : put.moved()) {
                terminal.err().println("retiring now: " + Text.printable(moved.toString()));
            }
            return ExitCode.ACCEPTED;
        }
        if (outcome instanceof Outcome.Refused refused) {
            terminal.out().println(ProblemLine.of(refused.problem(), json));
        }
        return ExitCode.REJECTED;
    }
}
