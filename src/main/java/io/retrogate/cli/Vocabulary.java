package io.retrogate.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Puts the commands together and says what happens when one is misused or fails. */
record Vocabulary(Terminal terminal, Stages stages) {

    CommandLine commands(Supplier<Optional<GatewayLauncher>> launchers) {
        var root = new RetrogateCommand(launchers);
        return new CommandLine(root)
                .addSubcommand(new RunCommand(root))
                .addSubcommand(new DemoCommand(root))
                .addSubcommand(new ValidateCommand(terminal, stages))
                .addSubcommand(new TranslateCommand(terminal, stages))
                .addSubcommand(new AcknowledgeCommand(terminal, stages))
                .addSubcommand(new RenderCommand(terminal, stages))
                .addSubcommand(
                        new CommandLine(new PartnerCommand())
                                .addSubcommand(new PartnerCheckCommand(terminal, stages))
                                .addSubcommand(new ImportCertificateCommand(terminal)))
                .addSubcommand(
                        new CommandLine(new KeysCommand())
                                .addSubcommand(new KeysNewCommand(terminal, root))
                                .addSubcommand(new KeysListCommand(terminal, root))
                                .addSubcommand(new KeysExportCommand(terminal, root))
                                .addSubcommand(new KeysActivateCommand(terminal, root)))
                .setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
                .setColorScheme(Help.defaultColorScheme(terminal.colour() ? Ansi.ON : Ansi.OFF))
                .setParameterExceptionHandler((e, args) -> explain(e))
                .setExecutionExceptionHandler((e, c, r) -> new Crash(terminal).handle(e));
    }

    private int explain(ParameterException e) {
        var command = e.getCommandLine();
        var err = command.getErr();
        err.println(Text.printable(String.valueOf(e.getMessage())));
        UnmatchedArgumentException.printSuggestions(e, err);
        var name = command.getCommandSpec().qualifiedName();
        err.println("Use it like this: " + synopsis(command));
        err.println("'" + name + " --help' says more.");
        return ExitCode.USAGE;
    }

    private static String synopsis(CommandLine command) {
        return command.getHelp().synopsis(0).strip().replaceAll("\\s+", " ");
    }
}
