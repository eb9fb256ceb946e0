package io.retrogate.validate;

import io.retrogate.edi.lane.TransactionIndex;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** What an element or component of a segment has to be. */
sealed interface ElementRule {

    boolean required();

    /** Whether these bytes, of which there is at least one, surely are right. */
    boolean surely(TransactionIndex index, int from, int to);

    /** Decides on the bytes of a simple element; see {@link ElementShape}. */
    @FunctionalInterface
    interface Shape {
        boolean surely(TransactionIndex index, int from, int to, int min, int max);
    }

    /** A simple element without a code list. */
    record Simple(boolean required, Shape shape, int min, int max) implements ElementRule {

        @Override
        public boolean surely(TransactionIndex index, int from, int to) {
            return shape.surely(index, from, to, min, max);
        }
    }

    /** A simple element of which all values are known. */
    record Coded(boolean required, int min, int max, Set<String> codes) implements ElementRule {

        public Coded {
            codes = Set.copyOf(codes);
        }

        @Override
        public boolean surely(TransactionIndex index, int from, int to) {
            if (to - from < min || to - from > max) {
                return false;
            }
            var text = new byte[to - from];
            for (int i = from; i < to; i++) {
                text[i - from] = index.at(i);
            }
            return codes.contains(new String(text, StandardCharsets.ISO_8859_1));
        }
    }

    /** Components, and the relations between them. */
    record Composite(boolean required, List<ElementRule> components, List<Relation> relations)
            implements ElementRule {

        public Composite {
            components = List.copyOf(components);
            relations = List.copyOf(relations);
        }

        @Override
        public boolean surely(TransactionIndex index, int from, int to) {
            char separator = index.delimiters().component();
            int release = index.released() ? index.delimiters().release() : -1;
            long present = 0;
            int count = 0;
            int start = from;
            for (int i = from; i <= to; i++) {
                if (i < to && (index.at(i) & 0xFF) == release) {
                    i++;
                } else if (i >= to || (index.at(i) & 0xFF) == separator) {
                    if (count == components.size()) {
                        return false;
                    }
                    var rule = components.get(count);
                    if (i > start) {
                        if (!rule.surely(index, start, i)) {
                            return false;
                        }
                        present |= 1L << count;
                    } else if (rule.required()) {
                        return false;
                    }
                    count++;
                    start = i + 1;
                }
            }
            return present != 0
                    && noneRequired(components, count)
                    && Relation.all(relations, present);
        }
    }

    /** Whether the rules from here on all allow that nothing is there. */
    static boolean noneRequired(List<ElementRule> rules, int from) {
        for (int i = from; i < rules.size(); i++) {
            if (rules.get(i).required()) {
                return false;
            }
        }
        return true;
    }
}
