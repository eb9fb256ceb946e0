package io.retrogate.acknowledge;

import io.retrogate.edi.Finding;

/** One APERAK: whether we use a document whose syntax is right, and if not, why. */
record ApplicationError(JudgedDocument document) implements EdifactAnswer.Message {

    private static final int LONGEST_REFERENCE = 35;
    private static final int LONGEST_TEXT = 70;
    private static final int MOST_TEXTS = 5;

    /** The directory of the document that it answers. */
    @Override
    public Segments.Composite type(Segments segments) {
        var version = document.transaction().type().version();
        return segments.composite("APERAK", version.substring(0, 1), version.substring(1), "UN");
    }

    @Override
    public void write(Segments segments, int ordinal, Issue issue) {
        // 1001: "application error and acknowledgement".
        segments.add("BGM", "305", issue.number() + "-" + ordinal, function());
        segments.add("DTM", segments.composite("137", issue.day() + issue.time(), "203"));
        // 1153: "reference number to previous message".
        segments.add("RFF", segments.composite("ACW", cut(document.number())));
        document.findings().forEach(finding -> write(segments, finding));
    }

    /**
     * 1225: not accepted; accepted with amendment, where lines are held back; or accepted without
     * amendment, and an ERC then says what to do better.
     */
    private String function() {
        return switch (document.verdict()) {
            case ACCEPTED, ACCEPTED_WITH_ERRORS -> document.heldBack().isEmpty() ? "29" : "34";
            case PARTIAL, REJECTED -> "27";
        };
    }

    private void write(Segments segments, Finding finding) {
        // 9321 has no list that all share: these are our own ids, as 3055 ZZZ says.
        segments.add("ERC", segments.composite(finding.problem().id(), "", "ZZZ"));
        var line = document.line(finding);
        var text = finding.position() + ": " + finding.explanation() + " " + finding.remedy();
        var texts =
                Wrapped.lines(
                        line.isEmpty() ? text : "Line " + line + ", " + text,
                        LONGEST_TEXT,
                        MOST_TEXTS);
        segments.add(
                "FTX",
                "AAO",
                "",
                "",
                segments.composite(texts.stream().map(segments::own).toArray()));
        if (!line.isEmpty()) {
            segments.add("RFF", segments.composite("LI", cut(line)));
        }
    }

    private static String cut(String value) {
        return value.length() > LONGEST_REFERENCE ? value.substring(0, LONGEST_REFERENCE) : value;
    }
}
