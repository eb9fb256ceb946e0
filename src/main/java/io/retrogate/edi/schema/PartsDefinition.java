package io.retrogate.edi.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A segment or a composite of one version: its parts by number, a mandatory one marked {@code !},
 * then {@code |} and the relations between them.
 */
record PartsDefinition(SourceLine line, List<Part> parts, List<Relation> relations) {

    PartsDefinition {
        parts = List.copyOf(parts);
        relations = List.copyOf(relations);
    }

    /** One place in it: {@code 127}, {@code 127!}, or {@code C998!x10} where it may repeat. */
    record Part(String number, boolean mandatory, String repeats) {

        private static final Pattern TEXT =
                Pattern.compile("([CS]\\d{3}|\\d+)(!?)(?:x([1-9]\\d*))?");

        static Part of(String word, SourceLine line) {
            var matcher = TEXT.matcher(word);
            if (!matcher.matches()) {
                throw line.expected("the number of an element or composite instead of " + word);
            }
            return new Part(
                    matcher.group(1),
                    !matcher.group(2).isEmpty(),
                    matcher.group(3) == null ? "1" : matcher.group(3));
        }

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
            parts.add(Part.of(word, line));
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
