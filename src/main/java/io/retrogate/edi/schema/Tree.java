package io.retrogate.edi.schema;

import java.util.ArrayList;
import java.util.List;

/** The structure of one message in all the versions that we know of it. */
record Tree(SourceLine header, List<TreeEntry> entries) {

    private static final int STEP = 2;

    Tree {
        entries = List.copyOf(entries);
    }

    static Tree of(List<SourceLine> lines) {
        var header = lines.get(0);
        if (!header.first().equals("versions") || header.words().size() < 2) {
            throw header.expected("'versions' and their names, the oldest first");
        }
        for (int i = 1; i < lines.size(); i++) {
            int deepest = i == 1 ? 0 : lines.get(i - 1).indent() + STEP;
            if (lines.get(i).indent() > deepest || lines.get(i).indent() % STEP != 0) {
                throw lines.get(i).expected("an indent of " + deepest + " or less, in steps of 2");
            }
        }
        return new Tree(header, entries(lines.subList(1, lines.size()), header.rest()));
    }

    List<String> versions() {
        return header.rest();
    }

    /** Lines that start with the least indent, each with the deeper ones that follow it. */
    private static List<TreeEntry> entries(List<SourceLine> lines, List<String> versions) {
        var entries = new ArrayList<TreeEntry>();
        int at = 0;
        while (at < lines.size()) {
            int end = at + 1;
            while (end < lines.size() && lines.get(end).indent() > lines.get(at).indent()) {
                end++;
            }
            var below = entries(lines.subList(at + 1, end), versions);
            entries.add(TreeEntry.of(lines.get(at), versions, below));
            at = end;
        }
        return entries;
    }
}
