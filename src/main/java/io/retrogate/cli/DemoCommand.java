package io.retrogate.cli;

import io.retrogate.cli.GatewayLauncher.Afterwards;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        description = {
            "Shows the gateway at work with partners and endpoints of its own.",
            "Two partners, an ERP and a 3PL on this machine; temporary data, free ports. Then it",
            "stays up."
        },
        footer = {"%nExample:", "  retrogate demo --once"})
final class DemoCommand implements Callable<Integer> {

    private final RetrogateCommand retrogate;

    @Option(names = "--once", description = "End after the table; not 0 if a row is wrong.")
    private boolean once;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "A setting that takes precedence over the configuration files.")
    private Map<String, String> properties = Map.of();

    DemoCommand(RetrogateCommand retrogate) {
        this.retrogate = retrogate;
    }

    @Override
    public Integer call() {
        return retrogate.launcher().demo(once ? Afterwards.END : Afterwards.STAY_UP, properties);
    }
}
