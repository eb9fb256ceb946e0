package io.retrogate.console;

import java.util.ArrayList;
import java.util.List;

/** An interchange with one segment a line, for people; the bytes themselves are not changed. */
final class SegmentLines {

    /** Of ISA, which has a fixed length (X12.5). */
    private static final int ISA_TERMINATOR = 105;

    private SegmentLines() {}

    static List<String> of(String interchange) {
        var text = interchange.stripLeading();
        char terminator = '\'';
        char release = '?';
        if (text.startsWith("ISA") && text.length() > ISA_TERMINATOR) {
            terminator = text.charAt(ISA_TERMINATOR);
            release = 0;
        } else if (text.startsWith("UNA") && text.length() > 8) {
            release = text.charAt(6);
            terminator = text.charAt(8);
        }
        return split(text, terminator, release);
    }

    private static List<String> split(String text, char terminator, char release) {
        var lines = new ArrayList<String>();
        // UNA spells the release character out and would release its own terminator.
        int from = text.startsWith("UNA") ? Math.min(9, text.length()) : 0;
        if (from > 0) {
            lines.add(text.substring(0, from));
        }
        int start = from;
        for (int i = from; i < text.length(); i++) {
            if (release != 0 && text.charAt(i) == release) {
                i++;
            } else if (text.charAt(i) == terminator) {
                add(lines, text.substring(start, i + 1));
                start = i + 1;
            }
        }
        add(lines, text.substring(start));
        return lines;
    }

    private static void add(List<String> lines, String segment) {
        var line = segment.strip();
        if (!line.isEmpty()) {
            lines.add(line);
        }
    }
}
