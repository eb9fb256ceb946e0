package io.retrogate.acknowledge;

import io.retrogate.edi.GroupReport;
import io.retrogate.edi.TransactionReport;
import io.retrogate.edi.Verdict;
import java.util.List;

/** The letters A, E, P and R of AK501 (X12 element 717) and AK901 (element 715). */
final class Letters {

    private Letters() {}

    static String of(GroupReport group, TransactionReport transaction) {
        if (group.verdict() == Verdict.REJECTED) {
            // A rejected group takes its transactions with it.
            return "R";
        }
        return of(transaction.verdict());
    }

    static String of(GroupReport group) {
        var below = group.transactions().stream().map(t -> of(group, t)).toList();
        boolean clean = group.verdict() == Verdict.ACCEPTED && group.findings().isEmpty();
        return group.verdict() == Verdict.REJECTED ? "R" : joined(clean ? "A" : "E", below);
    }

    /** The letter people see for the whole answer. */
    static String of(EnvelopeJudgement envelope, List<GroupReport> groups) {
        return envelope.rejected()
                ? "R"
                : joined(envelope.letter(), groups.stream().map(Letters::of).toList());
    }

    static long accepted(GroupReport group) {
        return group.transactions().stream().filter(t -> !of(group, t).equals("R")).count();
    }

    private static String joined(String own, List<String> below) {
        if (!below.isEmpty() && below.stream().allMatch("R"::equals)) {
            return "R";
        }
        if (below.contains("R") || below.contains("P")) {
            return "P";
        }
        return below.contains("E") ? "E" : own;
    }

    private static String of(Verdict verdict) {
        return switch (verdict) {
            case ACCEPTED -> "A";
            case ACCEPTED_WITH_ERRORS -> "E";
            // A transaction is never half accepted; refusing is the side on which nothing is lost.
            case PARTIAL, REJECTED -> "R";
        };
    }
}
