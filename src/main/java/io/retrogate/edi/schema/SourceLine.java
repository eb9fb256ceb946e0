package io.retrogate.edi.schema;

import java.util.ArrayList;
import java.util.List;

/** One line of a tree or a dictionary that says something, and where it stands. */
record SourceLine(String file, int number, int indent, List<String> words) {

    private static final String SPACES = "\\s+";

    SourceLine {
        words = List.copyOf(words);
    }

    /** Without comments and empty lines. */
    static List<SourceLine> of(String file, String text) {
        var lines = new ArrayList<SourceLine>();
        int number = 0;
        for (var raw : text.lines().toList()) {
            number++;
            var said = raw.replaceFirst("#.*", "").stripTrailing();
            if (!said.isEmpty()) {
                int indent = said.length() - said.stripLeading().length();
                var words = List.of(said.strip().split(SPACES));
                lines.add(new SourceLine(file, number, indent, words));
            }
        }
        if (lines.isEmpty()) {
            throw new IllegalStateException(file + " says nothing");
        }
        return List.copyOf(lines);
    }

    String first() {
        return words.get(0);
    }

    List<String> rest() {
        return words.subList(1, words.size());
    }

    /** That this line is wrong, told to whoever edits it. */
    IllegalStateException expected(String what) {
        return new IllegalStateException(
                "%s line %d: expected %s, found '%s'"
                        .formatted(file, number, what, String.join(" ", words)));
    }
}
