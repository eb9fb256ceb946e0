package io.retrogate.translate;

import io.retrogate.edi.DocumentLines;
import io.retrogate.edi.Finding.Severity;
import io.retrogate.edi.FindingsJoin;
import io.retrogate.edi.PlainSegment;
import io.retrogate.edi.TransactionReport;
import io.retrogate.edi.WrongLines;
import io.retrogate.returns.ReturnMessage;
import io.retrogate.translate.plan.PlanTask;
import io.retrogate.translate.tree.HeldLines;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The reference lane where each line is judged alone: the message has no line that is wrong. */
final class LineLane {

    private LineLane() {}

    /** Whether a line of it was found wrong by who judged it. */
    static boolean isNeeded(TransactionReport transaction) {
        return transaction.findings().stream()
                .anyMatch(finding -> finding.severity() == Severity.LINE);
    }

    /** Empty if the document cannot be used without the lines that are wrong. */
    static Optional<ReturnMessage> message(byte[] bytes, Mapping mapping, PlanTask task) {
        var lines = lines(bytes, task);
        var before = task.transaction().findings();
        WrongLines.of(before, lines)
                .map(wrong -> new HeldLines(lines, wrong))
                .ifPresent(task.translation()::passOver);
        var message = RuleLane.message(bytes, mapping, task);
        if (message.isPresent()) {
            return message;
        }
        var all = FindingsJoin.join(before, task.translation().findings());
        return WrongLines.of(all, lines)
                .flatMap(wrong -> without(new HeldLines(lines, wrong), bytes, mapping, task));
    }

    /** Once more, without what the first time was found to be wrong. */
    private static Optional<ReturnMessage> without(
            HeldLines wrong, byte[] bytes, Mapping mapping, PlanTask task) {
        var errors =
                task.translation().findings().stream()
                        .filter(finding -> finding.severity() == Severity.ERROR)
                        .toList();
        var again = task.translation().again(WrongLines.heldBack(errors, wrong.lines()));
        again.passOver(wrong);
        var message = RuleLane.message(bytes, mapping, task.with(again));
        if (message.isPresent()) {
            task.translation().become(again);
        }
        return message;
    }

    private static DocumentLines lines(byte[] bytes, PlanTask task) {
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        return DocumentLines.of(
                task.transaction().type(), PlainSegment.of(text, task.header().delimiters()));
    }
}
