package io.retrogate.cli;

import io.retrogate.edi.Content;
import io.retrogate.edi.Delimiters;
import io.retrogate.edi.Finding;
import io.retrogate.edi.InterchangeReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The segment that a finding is about, as it stands in the document, and what to mark in it.
 *
 * @param text without terminator, one character for each byte
 * @param mark where the mark begins in the text
 * @param length how many characters are marked; at least one, even if nothing stands there
 */
record SegmentPicture(String text, int mark, int length) {

    /** So much of a segment is looked for on either side; longer ones are shown in part. */
    private static final int REACH = 2048;

    /** Where pictures come from. */
    @FunctionalInterface
    interface Source {

        Source NONE = (report, finding) -> Optional.empty();

        Optional<SegmentPicture> of(InterchangeReport report, Finding finding);

        /** Reads the document again; where that fails there is no picture. */
        static Source in(Content document) {
            return (report, finding) -> {
                try {
                    return picture(document, report, finding);
                } catch (IOException e) {
                    return Optional.empty();
                }
            };
        }
    }

    /** For people: the segment, and below it the mark. */
    List<String> lines() {
        return List.of("    " + printable(text), "    " + " ".repeat(mark) + "^".repeat(length));
    }

    /** One column for each byte, so that the mark stands below what it means. */
    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "\u00B7");
    }

    private static Optional<SegmentPicture> picture(
            Content document, InterchangeReport report, Finding finding) throws IOException {
        if (report.header().isEmpty() || finding.position().offset() < 0) {
            return Optional.empty();
        }
        long at = report.start() + finding.position().offset();
        long from = Math.max(report.start(), at - REACH);
        try (var in = document.open()) {
            in.skipNBytes(from);
            int size = (int) Math.min(2L * REACH, report.end() - from);
            var around = new String(in.readNBytes(size), StandardCharsets.ISO_8859_1);
            var delimiters = report.header().get().delimiters();
            return Optional.of(picture(around, (int) (at - from), delimiters, finding));
        }
    }

    private static SegmentPicture picture(
            String around, int at, Delimiters delimiters, Finding finding) {
        int start = Math.min(at, around.length());
        while (start > 0 && !terminates(around, start - 1, delimiters)) {
            start--;
        }
        while (start < at && Character.isWhitespace(around.charAt(start))) {
            start++;
        }
        int end = Math.max(start, Math.min(at, around.length()));
        while (end < around.length() && !terminates(around, end, delimiters)) {
            end++;
        }
        boolean element = finding.position().element() > 0;
        int length = element ? finding.text().length() : finding.position().tag().length();
        int mark = Math.min(at, end) - start;
        return new SegmentPicture(
                around.substring(start, end),
                mark,
                Math.max(1, Math.min(length, end - start - mark)));
    }

    private static boolean terminates(String text, int at, Delimiters delimiters) {
        if (text.charAt(at) != delimiters.segment()) {
            return false;
        }
        int releases = 0;
        while (delimiters.release() != 0
                && at - releases > 0
                && text.charAt(at - releases - 1) == delimiters.release()) {
            releases++;
        }
        return releases % 2 == 0;
    }
}
