package io.retrogate.translate.out;

import io.retrogate.translate.rule.Condition;
import io.retrogate.translate.tree.Path;
import io.retrogate.translate.tree.Path.Start;
import java.util.List;

/** What a rule asks before it writes, asked of the document as far as it is written. */
record DraftConditions(List<Condition> all) {

    DraftConditions {
        all = List.copyOf(all);
    }

    /** Whether it has to wait until the others have written. */
    boolean askTheDocument() {
        return all.stream().anyMatch(it -> it.path() != null && !isOwn(it) && it.other() == null);
    }

    /** Conditions on the element at hand say what to write there, and are met by writing it. */
    boolean hold(DraftPlace here, Rendering rendering) {
        return all.stream().allMatch(it -> holds(it, here, rendering));
    }

    /** Writes what the conditions on the element at hand want to find. */
    boolean fulfil(DraftPlace here) {
        for (var condition : all) {
            var path = condition.path();
            if (path != null && isOwn(condition) && !condition.values().isEmpty()) {
                var text = condition.values().iterator().next();
                var slot = DraftSlot.find(path, here, text);
                if (condition.negated() || slot.isEmpty()) {
                    return false;
                }
                slot.get().set(text);
            }
        }
        return true;
    }

    private static boolean isOwn(Condition condition) {
        var path = condition.path();
        return path != null && path.start() == Start.ELEMENT;
    }

    private static boolean holds(Condition condition, DraftPlace here, Rendering rendering) {
        var path = condition.path();
        if (path == null) {
            return condition.values().contains(rendering.kind()) != condition.negated();
        }
        // What is compared is written by the rule itself, or by those that fill.
        return isOwn(condition)
                || condition.other() != null
                || found(condition, path, here) != condition.negated();
    }

    private static boolean found(Condition condition, Path path, DraftPlace here) {
        if (path.segment() == null) {
            return DraftWalk.loops(path, here.loop()).findAny().isPresent();
        }
        return DraftWalk.segments(path, here.loop())
                .anyMatch(segment -> says(segment, path, condition));
    }

    private static boolean says(DraftSegment segment, Path path, Condition condition) {
        var element = path.element();
        if (element.position() == 0) {
            return true;
        }
        var text = segment.value(element.position(), element.component());
        return condition.values().isEmpty() ? !text.isEmpty() : condition.values().contains(text);
    }
}
