package io.retrogate.cli;

import io.retrogate.edi.InterchangeReport;
import io.retrogate.returns.Origin;
import io.retrogate.returns.TranslatedDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "translate",
        description = {
            "Turns EDI documents into canonical return messages, one JSON object per line.",
            "What is wrong with the others goes to standard error."
        },
        footer = {
            "%nExample:",
            "  retrogate translate --partner routes/acme shipment.edi > shipment.jsonl"
        })
final class TranslateCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Stages stages;

    private CommandSpec spec = CommandSpec.create();

    @Mixin private final OfflineOptions options = new OfflineOptions();

    @Option(names = "--json", description = "Findings on standard error as JSON, too.")
    private boolean json;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description =
                    "How many threads a large file is shared out to; the order stays. Default: one"
                            + " for each processor")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "X12 or EDIFACT, or a file that --partner knows; - is stdin.")
    private List<String> files = List.of();

    TranslateCommand(Terminal terminal, Stages stages) {
        this.terminal = terminal;
        this.stages = stages;
    }

    @Spec
    void setSpec(CommandSpec command) {
        spec = command;
    }

    @Override
    public Integer call() {
        if (threads < 1) {
            throw new ParameterException(spec.commandLine(), "--threads is at least 1.");
        }
        var partner = options.partner(stages, terminal);
        var reading =
                new Reading(
                        stages.validator(threads),
                        stages.translator(threads),
                        stages.files(),
                        partner);
        return new OfflineRun(terminal, partner).over(files, file -> translate(reading, file));
    }

    private List<InterchangeReport> translate(Reading reading, Input file) {
        var origin = new Origin(file.name(), reading.partnerName(), terminal.clock().instant());
        var reports = new ArrayList<InterchangeReport>();
        reading.stream(
                file,
                origin,
                this::print,
                report -> {
                    reports.add(report);
                    print(file.name(), reports.size(), report);
                });
        return reports;
    }

    private void print(TranslatedDocument document) {
        terminal.out().writeBytes(document.message().json());
        terminal.out().println();
    }

    private void print(String name, int ordinal, InterchangeReport report) {
        var lines = json ? FindingLines.JSON : FindingLines.TEXT;
        lines.of(name, ordinal, report).forEach(terminal.err()::println);
    }
}
