package io.retrogate.edi.schema;

import java.util.ArrayList;
import java.util.List;

/** A condition between the parts of a segment or composite, as X12 writes it: {@code P0304}. */
record Relation(String kind, List<Integer> positions) {

    Relation {
        positions = List.copyOf(positions);
    }

    static Relation of(String word, int parts, SourceLine line) {
        if (!word.matches("[PRECL](\\d\\d){2,}")) {
            throw line.expected("a relation such as P0304 instead of " + word);
        }
        var positions = new ArrayList<Integer>();
        for (int i = 1; i < word.length(); i += 2) {
            int position = Integer.parseInt(word.substring(i, i + 2));
            if (position < 1 || position > parts) {
                throw line.expected("positions from 1 to " + parts + " instead of " + word);
            }
            positions.add(position);
        }
        return new Relation(kind(word.charAt(0)), positions);
    }

    private static String kind(char letter) {
        return switch (letter) {
            case 'P' -> "paired";
            case 'R' -> "required";
            case 'E' -> "exclusion";
            case 'C' -> "conditional";
            default -> "list";
        };
    }
}
