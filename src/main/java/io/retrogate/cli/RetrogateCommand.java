package io.retrogate.cli;

import io.retrogate.edi.GatewayException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command line, and the main class of the jar. Without a command it runs the gateway. */
@Command(
        name = "retrogate",
        description = "The gateway for goods that travel backwards.",
        mixinStandardHelpOptions = true,
        versionProvider = RetrogateVersion.class,
        scope = ScopeType.INHERIT,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:accepted, also with errors",
            "1:rejected",
            "2:nothing to judge: unreadable, or no interchange in it",
            "64:wrong usage",
            "70:the command itself failed"
        })
public final class RetrogateCommand implements Callable<Integer> {

    private final Supplier<Optional<GatewayLauncher>> launchers;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            defaultValue = ".retrogate",
            description = "Where the gateway keeps its data. Default: ${DEFAULT-VALUE}")
    private Path data = Path.of(".retrogate");

    RetrogateCommand(Supplier<Optional<GatewayLauncher>> launchers) {
        this.launchers = launchers;
    }

    public static void main(String[] args) {
        System.exit(execute(args));
    }

    /** Runs one command on the standard streams and returns its exit code. */
    public static int execute(String... args) {
        // Not closed: the streams belong to the process.
        var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        var terminal =
                new Terminal(System.in, out, System.err, Clock.systemUTC(), Ansi.AUTO.enabled());
        int code =
                execute(
                        terminal,
                        new OfflineStages(),
                        () -> ServiceLoader.load(GatewayLauncher.class).findFirst(),
                        args);
        out.flush();
        return code;
    }

    static int execute(
            Terminal terminal,
            Stages stages,
            Supplier<Optional<GatewayLauncher>> launchers,
            String... args) {
        try {
            return new Vocabulary(terminal, stages).commands(launchers).execute(args);
        } catch (Error e) {
            return new Crash(terminal).handle(e);
        }
    }

    @Override
    public Integer call() {
        return launcher().run(data, Map.of());
    }

    Path data() {
        return data;
    }

    /** Fails with CLI-004 if only the offline part is installed. */
    GatewayLauncher launcher() {
        return launchers
                .get()
                .orElseThrow(
                        () ->
                                new GatewayException(
                                        CliProblem.GATEWAY_MISSING,
                                        "The gateway is not on the class path."));
    }
}
