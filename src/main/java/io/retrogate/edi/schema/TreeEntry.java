package io.retrogate.edi.schema;

import java.util.ArrayList;
import java.util.List;

/**
 * A segment or loop of a tree with all below it. {@code DTM 5 D01B:9} may come five times, and nine
 * times from D.01B on.
 */
record TreeEntry(
        SourceLine line,
        String tag,
        boolean loop,
        boolean nested,
        List<Change> changes,
        List<TreeEntry> children) {

    private static final String LOOP = "loop";
    private static final String NESTED = "nested";

    TreeEntry {
        changes = List.copyOf(changes);
        children = List.copyOf(children);
    }

    /** From this version on, so often. */
    record Change(int version, Occurrence occurrence) {}

    static TreeEntry of(SourceLine line, List<String> versions, List<TreeEntry> children) {
        boolean loop = line.first().equals(LOOP);
        var words = new ArrayList<>(loop ? line.rest() : line.words());
        boolean nested = loop && words.remove(NESTED);
        if (words.isEmpty() || !words.get(0).matches("[A-Z][A-Z0-9]{1,2}")) {
            throw line.expected("the tag of a segment");
        }
        if (!loop && !children.isEmpty()) {
            throw children.get(0).line().expected("no deeper indent, or 'loop' in the line above");
        }
        var changes = new ArrayList<Change>();
        for (var word : words.subList(1, words.size())) {
            changes.add(change(word, changes, versions, line));
        }
        if (changes.isEmpty()) {
            changes.add(new Change(0, new Occurrence(0, 1)));
        }
        return new TreeEntry(line, words.get(0), loop, nested, changes, children);
    }

    private static Change change(
            String word, List<Change> before, List<String> versions, SourceLine line) {
        if (before.isEmpty()) {
            return new Change(0, Occurrence.of(word, line));
        }
        int colon = word.indexOf(':');
        int version = colon < 0 ? -1 : versions.indexOf(word.substring(0, colon));
        if (version <= before.get(before.size() - 1).version()) {
            throw line.expected("a later one of " + versions + " and how often, not " + word);
        }
        return new Change(version, Occurrence.of(word.substring(colon + 1), line));
    }

    /** How often it comes in the version that is listed at this place. */
    Occurrence in(int version) {
        var found = Occurrence.NONE;
        for (var change : changes) {
            if (change.version() <= version) {
                found = change.occurrence();
            }
        }
        return found;
    }
}
