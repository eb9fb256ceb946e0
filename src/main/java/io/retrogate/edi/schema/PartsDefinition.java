package io.retrogate.edi.schema;

import java.util.ArrayList;
import java.util.List;

/**
 * A segment or a composite of one version: its parts by number, a mandatory one marked {@code !},
 * then {@code |} and the relations between them.
 */
record PartsDefinition(SourceLine line, List<Part> parts, List<Relation> relations) {

    PartsDefinition {
        parts = List.copyOf(parts);
        relations = List.copyOf(relations);
    }

    /** One place in it. */
    record Part(String number, boolean mandatory) {

        boolean isComposite() {
            return isComposite(number);
        }

        static boolean isComposite(String number) {
            return number.matches("[CS]\\d{3}");
        }
    }

    static PartsDefinition of(SourceLine line) {
        var words = line.rest();
        int bar = words.indexOf("|");
        var parts = new ArrayList<Part>();
        for (var word : bar < 0 ? words : words.subList(0, bar)) {
            if (!word.matches("([CS]\\d{3}|\\d+)!?")) {
                throw line.expected("the number of an element or composite instead of " + word);
            }
            parts.add(new Part(word.replace("!", ""), word.endsWith("!")));
        }
        if (parts.isEmpty()) {
            throw line.expected("at least one element");
        }
        var relations = new ArrayList<Relation>();
        for (var word : bar < 0 ? List.<String>of() : words.subList(bar + 1, words.size())) {
            relations.add(Relation.of(word, parts.size(), line));
        }
        return new PartsDefinition(line, parts, relations);
    }

    String name() {
        return line.first();
    }
}
