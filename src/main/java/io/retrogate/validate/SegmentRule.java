package io.retrogate.validate;

import io.retrogate.edi.lane.TransactionIndex;
import java.util.List;

/** What the elements of a segment have to be, and the relations between them. */
final class SegmentRule {

    private final ElementRules elements;

    SegmentRule(List<ElementRule> elements, List<Relation> relations) {
        this.elements = new ElementRules(elements, relations);
    }

    boolean surely(TransactionIndex index, int segment) {
        int count = index.elements(segment);
        if (count > elements.size()) {
            return false;
        }
        long present = 0;
        for (int i = 0; i < count; i++) {
            var rule = elements.at(i);
            int from = index.start(segment, i + 1);
            int to = index.end(segment, i + 1);
            if (to > from) {
                if (!rule.surely(index, from, to, index.isComposed(segment, i + 1))) {
                    return false;
                }
                present |= 1L << i;
            } else if (rule.required()) {
                return false;
            }
        }
        return elements.complete(count, present);
    }
}
