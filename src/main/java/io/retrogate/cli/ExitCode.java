package io.retrogate.cli;

import io.retrogate.edi.InterchangeReport;
import io.retrogate.edi.Verdict;
import java.util.List;

/** What a command returns to the shell; scripts rely on these numbers. */
final class ExitCode {

    /** Also with errors that do not stop the document. */
    static final int ACCEPTED = 0;

    static final int REJECTED = 1;

    /** Nothing to judge: the file cannot be read or holds no interchange. */
    static final int UNUSABLE = 2;

    static final int USAGE = 64;
    static final int CRASH = 70;

    private ExitCode() {}

    static int of(List<InterchangeReport> reports) {
        if (reports.stream().allMatch(ExitCode::shapeless)) {
            return UNUSABLE;
        }
        return reports.stream().anyMatch(ExitCode::refusesSomething) ? REJECTED : ACCEPTED;
    }

    /** A file has no header either, but documents. */
    private static boolean shapeless(InterchangeReport report) {
        return report.header().isEmpty() && report.transactions().findAny().isEmpty();
    }

    private static boolean refusesSomething(InterchangeReport report) {
        return refuses(report.verdict())
                || report.groups().stream().anyMatch(group -> refuses(group.verdict()))
                || report.transactions().anyMatch(transaction -> refuses(transaction.verdict()));
    }

    private static boolean refuses(Verdict verdict) {
        return switch (verdict) {
            case ACCEPTED, ACCEPTED_WITH_ERRORS -> false;
            case PARTIAL, REJECTED -> true;
        };
    }
}
