package io.retrogate.edi.schema;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Elements, composites and segments of one version. A dictionary that {@code extends} another lists
 * only what differs from it.
 */
record Dictionary(
        Map<String, ElementDefinition> elements,
        Map<String, PartsDefinition> composites,
        Map<String, PartsDefinition> segments) {

    /**
     * @param known the dictionaries that this one may extend
     */
    static Dictionary of(List<SourceLine> lines, Function<SourceLine, Dictionary> known) {
        var dictionary = new Dictionary(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        var seen = new HashSet<String>();
        for (var line : lines) {
            if (!seen.add(line.first())) {
                throw line.expected(line.first() + " to be said once");
            }
            if (line.first().equals("extends")) {
                if (seen.size() > 1) {
                    throw line.expected("'extends' to come first");
                }
                dictionary.addAll(known.apply(line));
            } else {
                dictionary.add(line);
            }
        }
        dictionary.composites.values().forEach(dictionary::verify);
        dictionary.segments.values().forEach(dictionary::verify);
        return dictionary;
    }

    private void addAll(Dictionary other) {
        elements.putAll(other.elements);
        composites.putAll(other.composites);
        segments.putAll(other.segments);
    }

    private void add(SourceLine line) {
        var name = line.first();
        if (name.matches("\\d+")) {
            elements.put(name, ElementDefinition.of(line));
        } else if (PartsDefinition.Part.isComposite(name)) {
            composites.put(name, PartsDefinition.of(line));
        } else if (name.matches("[A-Z][A-Z0-9]{1,2}")) {
            segments.put(name, PartsDefinition.of(line));
        } else {
            throw line.expected("the number of an element, a composite, or the tag of a segment");
        }
    }

    /** One that a definition of this dictionary refers to, hence is there. */
    ElementDefinition element(String number) {
        return requireNonNull(elements.get(number));
    }

    /** One that a definition of this dictionary refers to, hence is there. */
    PartsDefinition composite(String number) {
        return requireNonNull(composites.get(number));
    }

    private void verify(PartsDefinition definition) {
        for (var part : definition.parts()) {
            var home = part.isComposite() ? composites : elements;
            if (!home.containsKey(part.number())) {
                throw definition.line().expected(part.number() + " to be in the dictionary");
            }
        }
    }
}
