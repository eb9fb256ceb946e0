package io.retrogate.edi;

import io.retrogate.edi.Finding.Severity;
import java.util.ArrayList;
import java.util.List;

/** When two interchanges are the same one, and what we say of the second. */
public final class Duplicates {

    private Duplicates() {}

    /**
     * Standard, both parties and control number. Empty for an interchange whose envelope is
     * refused: it claims nothing, so that its corrected resend is processed.
     */
    public static String key(InterchangeReport report) {
        if (report.header().isEmpty() || wrong(report.findings())) {
            return "";
        }
        var header = report.header().get();
        return header.standard()
                + "|"
                + header.sender()
                + "|"
                + header.receiver()
                + "|"
                + header.controlNumber();
    }

    /** The report of an interchange that came before; its groups are not answered. */
    public static InterchangeReport refused(InterchangeReport report) {
        var findings = new ArrayList<>(report.findings());
        findings.add(
                new Finding(
                        DocumentProblem.DUPLICATE_INTERCHANGE,
                        Severity.ERROR,
                        new Position(1, 0, "", 0, 0, 0, report.start()),
                        "",
                        report.header().map(h -> h.controlNumber().value()).orElse(""),
                        "An interchange with this control number was settled before."));
        return new InterchangeReport(
                report.header(),
                report.start(),
                report.end(),
                Verdict.REJECTED,
                findings,
                report.groups());
    }

    private static boolean wrong(List<Finding> findings) {
        return findings.stream().anyMatch(f -> f.severity() == Severity.ERROR);
    }
}
