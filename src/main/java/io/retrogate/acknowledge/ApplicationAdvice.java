package io.retrogate.acknowledge;

import io.retrogate.edi.Finding;
import io.retrogate.edi.Finding.Severity;
import io.retrogate.edi.GroupReport;
import io.retrogate.edi.Verdict;
import java.util.List;
import java.util.Locale;

/** One 824: whether we use a document whose syntax is right, and if not, why. */
record ApplicationAdvice(JudgedDocument document) implements AnswerSet {

    /** OTI01 of a set of which some lines are held back. */
    private static final String PARTIAL = "TP";

    private static final int LONGEST_TEXT = 60;
    private static final int LONGEST_NOTE = 80;
    private static final int LONGEST_NUMBER = 30;
    private static final int MOST_REFERENCES = 12;

    @Override
    public GroupReport group() {
        return document.group();
    }

    @Override
    public String code() {
        return "AG";
    }

    @Override
    public String version() {
        return FunctionalAcknowledgement.version(group());
    }

    @Override
    public void write(Segments segments, int ordinal, Issue issue) {
        int before = segments.count();
        var number = String.format(Locale.ROOT, "%04d", ordinal);
        var own = issue.number() + "-" + ordinal;
        segments.add("ST", "824", number);
        segments.add("BGN", "00", own, issue.day(), issue.time());
        var held = document.heldBack();
        writeDocument(segments, held.isEmpty() ? action(document.verdict()) : PARTIAL);
        document.findings().stream()
                .filter(finding -> held.values().stream().noneMatch(it -> it.contains(finding)))
                .forEach(finding -> write(segments, finding));
        held.forEach((line, findings) -> writeLine(segments, line, findings));
        segments.add("SE", segments.count() - before + 1, number);
    }

    private void writeDocument(Segments segments, String action) {
        writeSubject(segments, action, "TN", document.number());
        if (action.equals(PARTIAL)) {
            return;
        }
        document.findings().stream()
                .map(document::line)
                .filter(line -> !line.isEmpty())
                .distinct()
                .limit(MOST_REFERENCES)
                .forEach(line -> segments.add("REF", "LI", cut(line, LONGEST_NUMBER)));
    }

    /** A line that is held back. */
    private void writeLine(Segments segments, int line, List<Finding> findings) {
        writeSubject(segments, "IR", "LI", document.lines().number(line));
        findings.forEach(finding -> write(segments, finding));
    }

    /**
     * @param qualifier OTI02, X12 element 128: transaction reference number, or line item
     *     identifier of the seller
     */
    private void writeSubject(Segments segments, String action, String qualifier, String number) {
        var set = document.transaction();
        segments.add(
                "OTI",
                action,
                qualifier,
                cut(number, LONGEST_NUMBER),
                "",
                "",
                "",
                "",
                FunctionalAcknowledgement.number(group()),
                set.controlNumber(),
                set.type().code(),
                cut(group().version().strip(), 12));
    }

    private void write(Segments segments, Finding finding) {
        var at = finding.position();
        var line = document.line(finding);
        var text = (line.isEmpty() ? "" : "Line " + line + ": ") + finding.explanation();
        boolean composite = version().startsWith("005010");
        segments.add(
                "TED",
                finding.severity() == Severity.LINE
                        ? AdviceCode.ofLine(finding.problem())
                        : AdviceCode.of(finding.problem()),
                segments.own(cut(text, LONGEST_TEXT)),
                tag(at.tag()),
                at.segmentInTransaction() > 0 ? at.segmentInTransaction() : "",
                at.element() == 0
                        ? ""
                        : composite && at.component() > 0
                                ? segments.composite(at.element(), at.component())
                                : at.element(),
                FunctionalAcknowledgement.reference(finding),
                FunctionalAcknowledgement.copy(segments, finding));
        for (var part : Wrapped.lines(text + " " + finding.remedy(), LONGEST_NOTE, 4)) {
            segments.add("NTE", "GEN", segments.own(part));
        }
    }

    /** OTI01, X12 element 110: the ways to speak of a transaction set. */
    private static String action(Verdict verdict) {
        return switch (verdict) {
            case ACCEPTED -> "TA";
            case ACCEPTED_WITH_ERRORS -> "TE";
            case PARTIAL, REJECTED -> "TR";
        };
    }

    private static String tag(String tag) {
        return tag.matches("[A-Z0-9]{2,3}") ? tag : "";
    }

    private static String cut(String value, int length) {
        return value.length() > length ? value.substring(0, length).stripTrailing() : value;
    }
}
