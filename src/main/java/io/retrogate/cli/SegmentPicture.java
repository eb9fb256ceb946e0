package io.retrogate.cli;

import io.retrogate.edi.Delimiters;
import io.retrogate.edi.Finding;
import io.retrogate.edi.InterchangeReport;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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

    private static final String ELLIPSIS = "\u2026";

    /** So much of a segment is looked for on either side; longer ones are shown in part. */
    private static final int REACH = 2048;

    /** So much is shown to people before what is marked, and so much from there on. */
    private static final int BEFORE = 50;

    private static final int BEHIND = 70;

    /** Where pictures come from. */
    @FunctionalInterface
    interface Source extends AutoCloseable {

        Source NONE = (report, finding) -> Optional.empty();

        Optional<SegmentPicture> of(InterchangeReport report, Finding finding);

        @Override
        default void close() {}

        /** Opens the document once; what cannot be read again has no picture. */
        static Source in(Input document) {
            try {
                return new SegmentPictures(Files.newByteChannel(document.path()));
            } catch (IOException e) {
                return NONE;
            }
        }
    }

    /** For people: the segment, and below it the mark. */
    List<String> lines() {
        int from = mark > BEFORE ? mark - BEFORE : 0;
        int to = Math.min(text.length(), mark + BEHIND);
        int end = Math.min(mark + length, to);
        var before = (from > 0 ? ELLIPSIS : "") + column(text.substring(from, mark));
        var marked = column(text.substring(mark, Math.max(mark, end)));
        var behind =
                column(text.substring(Math.max(mark, end), to))
                        + (to < text.length() ? ELLIPSIS : "");
        return List.of(
                "    " + before + marked + behind,
                "    " + " ".repeat(columns(before)) + "^".repeat(Math.max(1, columns(marked))));
    }

    private static int columns(String shown) {
        return shown.codePointCount(0, shown.length());
    }

    /** One column for each character, so that the mark stands below what it means. */
    private static String column(String bytes) {
        return Text.decoded(bytes).replaceAll("\\p{Cc}", "\u00B7");
    }

    /**
     * @param start where the interchange starts in the channel
     * @param end where it ends
     */
    static SegmentPicture read(
            SeekableByteChannel channel,
            long start,
            long end,
            Delimiters delimiters,
            Finding finding)
            throws IOException {
        long at = start + finding.position().offset();
        long from = Math.max(start, at - REACH);
        var bytes = ByteBuffer.allocate((int) Math.min(2L * REACH, end - from));
        channel.position(from);
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            continue;
        }
        var around = new String(bytes.array(), 0, bytes.position(), StandardCharsets.ISO_8859_1);
        return picture(around, (int) (at - from), delimiters, finding);
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
        // CR LF, where LF alone is the terminator
        while (end > Math.max(start, at) && around.charAt(end - 1) == '\r') {
            end--;
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
