package io.retrogate.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "run",
        description =
                "Runs the gateway until it is stopped. This is what happens without a command.",
        footer = {"%nExample:", "  retrogate run --data /var/lib/retrogate --set server.port=8081"})
final class RunCommand implements Callable<Integer> {

    private final RetrogateCommand retrogate;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "A setting that takes precedence over the configuration files.")
    private Map<String, String> properties = Map.of();

    RunCommand(RetrogateCommand retrogate) {
        this.retrogate = retrogate;
    }

    @Override
    public Integer call() {
        return retrogate.launcher().run(retrogate.data(), properties);
    }
}
