package io.retrogate.translate.plan;

import io.retrogate.translate.message.Destination;

/** A {@link Destination} by numbers. */
final class PlanTarget {

    private final int[] owners;
    private final int key;
    private final boolean list;

    PlanTarget(Destination of, PlanKeys keys) {
        owners = of.owners().stream().mapToInt(keys::number).toArray();
        key = keys.number(of.name());
        list = of.list();
    }

    boolean isList() {
        return list;
    }

    /** Whether it lies in an object that is not the rule's own. */
    boolean isDeep() {
        return owners.length > 0;
    }

    int key() {
        return key;
    }

    /** The object that holds the member. */
    int owner(PlanDraft draft, int object) {
        int at = object;
        for (int owner : owners) {
            at = draft.inner(at, owner);
        }
        return at;
    }

    /** For one that is an object itself. */
    int object(PlanDraft draft, int object) {
        return draft.inner(owner(draft, object), key);
    }

    /** A new cell for a value: the member's, or one more of its list. */
    int cell(PlanDraft draft, int object) {
        int owner = owner(draft, object);
        return list ? draft.append(owner, key) : draft.add(owner, key);
    }
}
