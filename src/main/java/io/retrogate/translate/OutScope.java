package io.retrogate.translate;

import java.util.Comparator;
import java.util.List;

/**
 * The rules of one place, in the order in which they write: those that have no choice; those that
 * ask what the document says by now; qualified values, then what stands in their loops; then, for
 * what no reader would find there yet, those that have a choice; last what is fixed or counted.
 */
record OutScope(List<OutRule> certain, List<OutRule> others) {

    private static final int CHOICE = 4;

    static OutScope of(List<OutRule> rules) {
        var ordered = rules.stream().sorted(Comparator.comparingInt(OutScope::turn)).toList();
        return new OutScope(
                ordered.stream().filter(rule -> turn(rule) < CHOICE).toList(),
                ordered.stream().filter(rule -> turn(rule) >= CHOICE).toList());
    }

    boolean isEmpty() {
        return certain.isEmpty() && others.isEmpty();
    }

    boolean render(MessagePart part, DraftPlace here, Rendering rendering) {
        boolean wrote = false;
        for (var rule : certain) {
            wrote |= rule.render(part, here, rendering);
        }
        for (var rule : certain) {
            wrote |= rule.renderForeign(part, here, rendering);
        }
        others.forEach(rule -> rule.recognise(part, here, rendering));
        for (var rule : others) {
            wrote |= rule.render(part, here, rendering);
        }
        return wrote;
    }

    private static int turn(OutRule rule) {
        if (rule instanceof OutValue value) {
            return value.when().askTheDocument()
                    ? 1
                    : value.hasChoice() ? CHOICE : value.isDeep() ? 3 : 0;
        }
        if (rule instanceof OutEach each) {
            return each.when().askTheDocument() ? 1 : each.hasChoice() ? CHOICE : 0;
        }
        return rule instanceof OutNamed ? 2 : rule instanceof OutImplied ? 0 : CHOICE + 1;
    }
}
