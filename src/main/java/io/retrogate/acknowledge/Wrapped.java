package io.retrogate.acknowledge;

import java.util.ArrayList;
import java.util.List;

/** Text in elements of limited length, broken between words where there are any. */
final class Wrapped {

    private Wrapped() {}

    /** What does not fit into the most lines is left out. */
    static List<String> lines(String text, int width, int most) {
        var lines = new ArrayList<String>();
        var rest = text.replaceAll("\\s+", " ").strip();
        while (!rest.isEmpty() && lines.size() < most) {
            int cut = rest.length();
            if (cut > width) {
                int blank = rest.lastIndexOf(' ', width);
                cut = blank > 0 ? blank : width;
            }
            lines.add(rest.substring(0, cut));
            rest = rest.substring(cut).strip();
        }
        return lines;
    }
}
