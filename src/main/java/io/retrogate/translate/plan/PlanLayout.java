package io.retrogate.translate.plan;

import io.retrogate.edi.lane.TransactionIndex;
import io.retrogate.translate.tree.LoopDefinition;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A {@link LoopDefinition} for the plan: tags as numbers, loops known by theirs. */
final class PlanLayout {

    /** Loops with an id in element 1 and the id of their parent in element 2. */
    private static final Set<String> HIERARCHICAL = Set.of("HL", "CPS");

    private final int id;
    private final boolean hierarchical;
    private final int[] tags;
    private final int[] max;
    private final @Nullable PlanLayout[] inner;

    private PlanLayout(
            LoopDefinition definition, boolean root, Map<LoopDefinition, PlanLayout> all) {
        int size = definition.items().size();
        id = all.size();
        hierarchical = !root && HIERARCHICAL.contains(definition.trigger());
        tags = new int[size];
        max = new int[size];
        inner = new PlanLayout[size];
        all.put(definition, this);
        for (int at = 0; at < size; at++) {
            var item = definition.items().get(at);
            tags[at] = TransactionIndex.packed(item.tag());
            max[at] = item.max();
            inner[at] = item.loop() == null ? null : new PlanLayout(item.loop(), false, all);
        }
    }

    /** Of this definition and of every loop in it; two of the same content stay two. */
    static Map<LoopDefinition, PlanLayout> all(LoopDefinition root) {
        var all = new IdentityHashMap<LoopDefinition, PlanLayout>();
        new PlanLayout(root, true, all);
        return all;
    }

    int id() {
        return id;
    }

    boolean isHierarchical() {
        return hierarchical;
    }

    /** The loop that starts at this item; null if a segment stands there. */
    @Nullable PlanLayout inner(int at) {
        return inner[at];
    }

    /**
     * The first item from here on that takes this segment, -1 if none does.
     *
     * @param count how often the item at {@code from} was taken
     */
    int find(int tag, int from, int count) {
        for (int at = from; at < tags.length; at++) {
            if (tags[at] == tag && (at != from || count < max[at])) {
                return at;
            }
        }
        return -1;
    }
}
