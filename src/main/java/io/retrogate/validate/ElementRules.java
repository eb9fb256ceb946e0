package io.retrogate.validate;

import java.util.List;

/** What the elements of a segment, or the components of an element, have to be together. */
final class ElementRules {

    private final ElementRule[] rules;
    private final Relation[] relations;

    /** Up to the last of them that is required. */
    private final int required;

    ElementRules(List<ElementRule> rules, List<Relation> relations) {
        this.rules = rules.toArray(ElementRule[]::new);
        this.relations = relations.toArray(Relation[]::new);
        int last = rules.size();
        while (last > 0 && !rules.get(last - 1).required()) {
            last--;
        }
        required = last;
    }

    int size() {
        return rules.length;
    }

    ElementRule at(int place) {
        return rules[place];
    }

    /**
     * Whether the first so many, each of which is right, can be all.
     *
     * @param present one bit for each that is not empty
     */
    boolean complete(int count, long present) {
        if (count < required) {
            return false;
        }
        for (var relation : relations) {
            if (!relation.holds(present)) {
                return false;
            }
        }
        return true;
    }
}
