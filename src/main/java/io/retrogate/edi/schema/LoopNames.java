package io.retrogate.edi.schema;

import java.util.HashSet;
import java.util.Set;

/**
 * What loops are called: in EDIFACT by their number in the message, in X12 by the first segments on
 * the way down, since StAEDI has one name space for loops and segments.
 */
final class LoopNames {

    private final boolean numbered;
    private final Set<String> taken = new HashSet<>();

    LoopNames(boolean numbered) {
        this.numbered = numbered;
    }

    /**
     * @param parent empty at the top
     */
    String next(String parent, TreeEntry loop) {
        var name =
                numbered
                        ? "SG" + (taken.size() + 1)
                        : (parent.isEmpty() ? "L" : parent) + "_" + loop.tag();
        if (!taken.add(name)) {
            throw loop.line().expected("no second loop " + name);
        }
        return name;
    }
}
