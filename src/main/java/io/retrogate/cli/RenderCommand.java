package io.retrogate.cli;

import io.retrogate.edi.Content;
import io.retrogate.edi.ControlNumber;
import io.retrogate.edi.GatewayException;
import io.retrogate.edi.MessageType;
import io.retrogate.edi.PartyId;
import io.retrogate.returns.MessageFinding;
import io.retrogate.returns.OutboundEnvelope;
import io.retrogate.returns.RenderedDocument;
import io.retrogate.returns.ReturnMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
        name = "render",
        description = {
            "Writes canonical return messages, one JSON object per line, as one EDI interchange.",
            "Nothing is written unless every message can be; what is wrong goes to standard error."
        },
        footer = {
            "%nExample:",
            "  retrogate render --partner routes/acme --message \"X12 180 004010\" answers.jsonl"
        })
final class RenderCommand implements Callable<Integer> {

    // X12 element I12 has nine digits.
    private static final long LARGEST_NUMBER = 999_999_999;

    private final Terminal terminal;
    private final Stages stages;

    private CommandSpec spec = CommandSpec.create();

    @Mixin private final OfflineOptions options = new OfflineOptions();

    @Option(
            names = "--message",
            paramLabel = "MESSAGE",
            description =
                    "Such as \"X12 180 004010\" or \"EDIFACT RETANN D01B EAN003\". Default: the one"
                            + " outbound document of the partner's agreement.")
    private @Nullable String message;

    @Option(
            names = "--control-number",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of the interchange. Default: ${DEFAULT-VALUE}")
    private long controlNumber;

    @Option(
            names = "--time",
            paramLabel = "TIME",
            description = "When it is written, such as 2026-02-03T09:30:00Z. Default: now")
    private @Nullable Instant time;

    @Option(names = "--test", description = "Mark the interchange as a test.")
    private boolean test;

    @Option(names = "--json", description = "Findings on standard error as JSON.")
    private boolean json;

    @Parameters(paramLabel = "FILE", description = "JSON lines; - is stdin.")
    private String file = "-";

    RenderCommand(Terminal terminal, Stages stages) {
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
            throw wrong("--control-number is from 1 to " + LARGEST_NUMBER + ".");
        }
        var choice = new OutboundChoice(options.partner(stages, terminal));
        var type = choice.type(Optional.ofNullable(message), this::wrong);
        try (var input = Input.of(file, terminal)) {
            return render(new MessageLines(input), type, choice);
        } catch (GatewayException e) {
            if (e.code() != CliProblem.FILE_UNREADABLE) {
                throw e;
            }
            terminal.complain(e.code(), Crash.detail(e));
            return ExitCode.UNUSABLE;
        }
    }

    private int render(MessageLines lines, MessageType type, OutboundChoice choice) {
        var findings = new MessageFindingLines(lines.name(), json, terminal);
        var documents = new ArrayList<RenderedDocument>();
        boolean good = true;
        for (var line : lines.read()) {
            var rendered =
                    line.message().map(it -> stages.renderer().render(it, type, choice.partner()));
            findings.print(line.number(), line.findings());
            rendered.ifPresent(it -> findings.print(line.number(), it.findings()));
            good &= rendered.filter(RenderedDocument::usable).isPresent();
            rendered.ifPresent(documents::add);
        }
        if (!good || documents.isEmpty()) {
            terminal.err().println(Text.printable(lines.name()) + ": nothing written");
            return documents.isEmpty() ? ExitCode.UNUSABLE : ExitCode.REJECTED;
        }
        return judged(documents, type, choice);
    }

    /** What we send is held to the same standard as what we receive. */
    private int judged(List<RenderedDocument> documents, MessageType type, OutboundChoice choice) {
        var bytes = stages.renderer().interchange(documents, envelope(choice));
        var reports = stages.validator().validate(Content.of(bytes), choice.reader(type));
        var form = json ? FindingLines.JSON : FindingLines.TEXT;
        for (int at = 0; at < reports.size(); at++) {
            form.of("written", at + 1, reports.get(at)).forEach(terminal.err()::println);
        }
        int code = ExitCode.of(reports);
        if (code == ExitCode.ACCEPTED) {
            terminal.out().writeBytes(bytes);
            terminal.out().flush();
        }
        terminal.err()
                .println(
                        code == ExitCode.ACCEPTED
                                ? documents.size() + " written"
                                : "nothing written: the document would be refused");
        return code;
    }

    private OutboundEnvelope envelope(OutboundChoice choice) {
        var chosen = time;
        return new OutboundEnvelope(
                choice.sender().orElse(new PartyId("ZZ", "SENDER")),
                choice.receiver().orElse(new PartyId("ZZ", "RECEIVER")),
                new ControlNumber(Long.toString(controlNumber)),
                test,
                chosen == null ? terminal.clock().instant() : chosen,
                choice.charset());
    }

    private ParameterException wrong(String what) {
        return new ParameterException(spec.commandLine(), what);
    }

    /** One line of the file, and what is wrong with it. */
    record Line(int number, Optional<ReturnMessage> message, List<MessageFinding> findings) {
        Line {
            findings = List.copyOf(findings);
        }
    }
}
