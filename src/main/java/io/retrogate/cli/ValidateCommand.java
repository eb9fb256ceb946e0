package io.retrogate.cli;

import io.retrogate.edi.InterchangeReport;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "validate",
        description = {
            "Judges EDI documents, with --partner also files without an envelope that it agreed",
            "on: one finding per line, a summary on standard error."
        },
        footer = {
            "%nExample:",
            "  retrogate validate --partner routes/acme shipment.edi",
            "  retrogate validate --json - < shipment.edi"
        })
final class ValidateCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Stages stages;

    @Mixin private final OfflineOptions options = new OfflineOptions();

    @Option(names = "--json", description = "One JSON object for each finding.")
    private boolean json;

    @Option(
            names = "--show",
            description = "Show the segment of each finding with a mark (default on a terminal).")
    private boolean show;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "X12 or EDIFACT, or a file that --partner knows; - is stdin.")
    private List<String> files = List.of();

    ValidateCommand(Terminal terminal, Stages stages) {
        this.terminal = terminal;
        this.stages = stages;
    }

    @Override
    public Integer call() {
        var partner = options.partner(stages, terminal);
        var judging = new Judging(stages, partner, terminal.clock().instant());
        return new OfflineRun(terminal, partner).over(files, file -> validate(judging, file));
    }

    private List<InterchangeReport> validate(Judging judging, Input file) {
        var reports = judging.reports(file);
        var lines = json ? FindingLines.JSON : FindingLines.TEXT;
        try (var pictures = pictures(file)) {
            for (int i = 0; i < reports.size(); i++) {
                lines.of(file.name(), i + 1, reports.get(i), pictures)
                        .forEach(terminal.out()::println);
            }
        }
        return reports;
    }

    private SegmentPicture.Source pictures(Input file) {
        return json || show || terminal.colour()
                ? SegmentPicture.Source.in(file)
                : SegmentPicture.Source.NONE;
    }
}
