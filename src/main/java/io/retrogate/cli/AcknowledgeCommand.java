package io.retrogate.cli;

import io.retrogate.edi.ControlNumber;
import io.retrogate.edi.InterchangeReport;
import io.retrogate.ledger.PlannedAcknowledgement;
import io.retrogate.returns.Origin;
import io.retrogate.returns.TranslatedInterchange;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "acknowledge",
        description = {
            "Answers EDI documents as the gateway would: TA1 and 997, or CONTRL, to stdout; with",
            "--partner what the agreement asks for: 999, 824, APERAK, or nothing.",
            "Each answer is an interchange of its own, with the next control number."
        },
        footer = {
            "%nExample:",
            "  retrogate acknowledge --partner routes/acme --control-number 12 shipment.edi"
        })
final class AcknowledgeCommand implements Callable<Integer> {

    // X12 element I12 has nine digits.
    private static final long LARGEST_NUMBER = 999_999_999;

    private final Terminal terminal;
    private final Stages stages;

    private CommandSpec spec = CommandSpec.create();

    @Mixin private final OfflineOptions options = new OfflineOptions();

    @Option(
            names = "--control-number",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of the first answer. Default: ${DEFAULT-VALUE}")
    private long controlNumber;

    @Option(
            names = "--time",
            paramLabel = "TIME",
            description = "When it is written, such as 2026-02-03T09:30:00Z. Default: now")
    private @Nullable Instant time;

    @Parameters(
            paramLabel = "FILE",
            description = "X12 or EDIFACT, or a file that --partner knows; - is stdin.")
    private String file = "-";

    AcknowledgeCommand(Terminal terminal, Stages stages) {
        this.terminal = terminal;
        this.stages = stages;
    }

    @Spec
    void setSpec(CommandSpec command) {
        spec = command;
    }

    @Override
    public Integer call() {
        if (controlNumber < 1 || controlNumber > LARGEST_NUMBER) {
            throw new ParameterException(
                    spec.commandLine(), "--control-number is from 1 to " + LARGEST_NUMBER + ".");
        }
        var partner = options.partner(stages, terminal);
        var reading = Reading.by(stages, partner);
        return new OfflineRun(terminal, partner)
                .over(List.of(file), input -> acknowledge(reading, input));
    }

    private List<InterchangeReport> acknowledge(Reading reading, Input input) {
        var chosen = time;
        var now = chosen == null ? terminal.clock().instant() : chosen;
        var answers = new Answers(stages.acknowledger(), reading, now);
        var translated = reading.read(input, new Origin(input.name(), reading.partnerName(), now));
        var text = answers.render(input, translated, controlNumber, this::announce);
        terminal.out().writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
        return translated.stream().map(TranslatedInterchange::report).toList();
    }

    private void announce(Optional<PlannedAcknowledgement> answer, ControlNumber number) {
        var line =
                answer.map(
                                a ->
                                        String.format(
                                                Locale.ROOT,
                                                "%s %s, %s",
                                                a.form(),
                                                number,
                                                a.verdict()))
                        .orElse("no answer is due");
        terminal.err().println(line);
    }
}
