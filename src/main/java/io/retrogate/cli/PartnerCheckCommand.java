package io.retrogate.cli;

import io.retrogate.edi.Content;
import io.retrogate.edi.GatewayException;
import io.retrogate.partner.FolderProblem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "check",
        description = {
            "Says what is wrong with the folder of a partner or an endpoint, file and line,",
            "and runs its samples: each folder below samples/ with a received.edi is compared with",
            "the findings.txt, canonical.jsonl and acknowledgement.edi beside it."
        },
        footer = {"%nExample:", "  retrogate partner check routes/acme"})
final class PartnerCheckCommand implements Callable<Integer> {

    private static final String UNPROVED =
            "; without a sample nothing shows what of its documents no rule reads";

    private final Terminal terminal;
    private final Stages stages;

    @Option(names = "--json", description = "One JSON object for each problem.")
    private boolean json;

    @Option(names = "--update", description = "Write the results of the samples instead.")
    private boolean update;

    @Parameters(paramLabel = "DIR", arity = "1..*", description = "For example routes/acme.")
    private List<Path> folders = List.of();

    PartnerCheckCommand(Terminal terminal, Stages stages) {
        this.terminal = terminal;
        this.stages = stages;
    }

    @Override
    public Integer call() {
        return folders.stream().mapToInt(this::check).max().orElse(ExitCode.UNUSABLE);
    }

    private int check(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new GatewayException(CliProblem.FOLDER_UNUSABLE, folder + " is not a folder.");
        }
        var read = stages.folder(folder);
        var problems = new ArrayList<>(read.problems());
        int samples = 0;
        if (read.good() && read.partner().isPresent()) {
            var partner = read.partner();
            var reading = Reading.by(stages, partner);
            for (var sample : Sample.in(folder)) {
                problems.addAll(sample.problems(reading, stages.acknowledger(), update));
                samples++;
            }
            var coverage = new SampleCoverage(stages, partner.get(), folder);
            problems.addAll(coverage.problems());
            coverage.summary().forEach(terminal.err()::println);
            problems.addAll(
                    new GuideProof(
                                    stages.validator(),
                                    partner.get(),
                                    Sample.in(folder).stream()
                                            .<Content>map(Sample::content)
                                            .toList())
                            .problems());
        }
        problems.forEach(problem -> terminal.out().println(ProblemLine.of(problem, json)));
        boolean unproved = read.partner().isPresent() && samples == 0;
        terminal.err()
                .printf(
                        "%s: %d problems, %d samples%s%n",
                        folder, problems.size(), samples, unproved ? UNPROVED : "");
        return problems.stream().allMatch(FolderProblem::isWarning)
                ? ExitCode.ACCEPTED
                : ExitCode.REJECTED;
    }
}
