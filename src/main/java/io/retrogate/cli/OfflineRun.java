package io.retrogate.cli;

import io.retrogate.edi.DocumentProblem;
import io.retrogate.edi.GatewayException;
import io.retrogate.edi.InterchangeReport;
import io.retrogate.edi.Verdict;
import io.retrogate.partner.TradingPartner;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine.Help.Ansi;

/** Runs a command over its files and says at the end of each what came of it. */
record OfflineRun(Terminal terminal, Optional<TradingPartner> partner) {

    /** The gravest exit code of all files; one that cannot be read does not stop the others. */
    int over(List<String> files, Function<Input, List<InterchangeReport>> work) {
        return files.stream().mapToInt(file -> over(file, work)).max().orElse(ExitCode.UNUSABLE);
    }

    private int over(String file, Function<Input, List<InterchangeReport>> work) {
        try (var input = Input.of(file, terminal)) {
            var reports = work.apply(input);
            terminal.out().flush();
            if (!reports.isEmpty() && reports.stream().allMatch(OfflineRun::unlikeEdi)) {
                terminal.complain(CliProblem.FORM_UNKNOWN, unknown(input.name()));
            }
            terminal.err().println(summary(input.name(), reports));
            return ExitCode.of(reports);
        } catch (GatewayException e) {
            if (e.code() != CliProblem.FILE_UNREADABLE) {
                throw e;
            }
            terminal.complain(e.code(), Crash.detail(e));
            return ExitCode.UNUSABLE;
        }
    }

    /** Neither blank nor a broken interchange, so perhaps a file of another form. */
    private static boolean unlikeEdi(InterchangeReport report) {
        return report.header().isEmpty()
                && report.findings().stream()
                        .filter(it -> it.problem() == DocumentProblem.INTERCHANGE_UNREADABLE)
                        .map(it -> it.text().strip())
                        .anyMatch(OfflineRun::unlikeEdi);
    }

    private static boolean unlikeEdi(String beginning) {
        return !beginning.isEmpty() && Stream.of("ISA", "UN").noneMatch(beginning::startsWith);
    }

    private String unknown(String name) {
        return name
                + " holds no interchange, and "
                + partner.map(it -> it.name() + " agreed on no such file.")
                        .orElse("no partner is named who agreed on another form.");
    }

    private String summary(String name, List<InterchangeReport> reports) {
        int code = ExitCode.of(reports);
        long interchanges = reports.stream().filter(r -> r.header().isPresent()).count();
        long transactions = reports.stream().flatMap(InterchangeReport::transactions).count();
        long rejected =
                reports.stream()
                        .flatMap(InterchangeReport::transactions)
                        .filter(t -> t.verdict() == Verdict.REJECTED)
                        .count();
        long findings = reports.stream().flatMap(InterchangeReport::allFindings).count();
        return String.format(
                Locale.ROOT,
                "%s: %s (%s, %s, %d rejected, %s)",
                Text.printable(name),
                verdict(code),
                counted(interchanges, "interchange"),
                counted(transactions, "transaction"),
                rejected,
                counted(findings, "finding"));
    }

    private String verdict(int code) {
        var ansi = terminal.colour() ? Ansi.ON : Ansi.OFF;
        return switch (code) {
            case ExitCode.ACCEPTED -> ansi.string("@|green accepted|@");
            case ExitCode.REJECTED -> ansi.string("@|red rejected|@");
            default -> ansi.string("@|red unusable|@");
        };
    }

    private static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
