package io.retrogate.translate.out;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts loops that name their parents (HL02, CPS 7166) behind them. HL is numbered anew, for X12
 * wants its numbers to count up; what names no parent stands below the shipment, the level S.
 */
final class Hierarchy {

    private static final Set<String> TAGS = Set.of("HL", "CPS");

    private final String tag;
    private final List<DraftLoop> loops;
    private final Map<DraftLoop, DraftLoop> parents = new HashMap<>();

    private Hierarchy(String tag, List<DraftLoop> loops) {
        this.tag = tag;
        this.loops = loops;
    }

    static void arrange(DraftLoop root) {
        for (var tag : TAGS) {
            var levels =
                    root.loops().stream().filter(it -> it.trigger().tag().equals(tag)).toList();
            if (!levels.isEmpty()) {
                var sorted = new Hierarchy(tag, levels).sorted();
                root.loops().removeAll(levels);
                root.loops().addAll(sorted);
            }
        }
    }

    private List<DraftLoop> sorted() {
        var numbers = new HashMap<String, DraftLoop>();
        loops.forEach(loop -> numbers.putIfAbsent(loop.trigger().value(1, 0), loop));
        for (var loop : loops) {
            var parent = numbers.get(loop.trigger().value(2, 0));
            boolean named =
                    parent != null && parent != loop && !parent.trigger().value(1, 0).isEmpty();
            if (named) {
                parents.put(loop, parent);
            } else if (tag.equals("HL") && loop != shipment()) {
                parents.put(loop, shipment());
            }
        }
        var sorted = new LinkedHashSet<DraftLoop>();
        loops.stream().filter(loop -> !parents.containsKey(loop)).forEach(top -> add(top, sorted));
        // What names each other in a circle has no place in a tree; the document is judged as it
        // is.
        sorted.addAll(loops);
        if (tag.equals("HL")) {
            number(List.copyOf(sorted));
        }
        return new ArrayList<>(sorted);
    }

    private DraftLoop shipment() {
        return loops.stream()
                .filter(loop -> loop.trigger().value(3, 0).equals("S"))
                .findFirst()
                .orElse(loops.get(0));
    }

    private void add(DraftLoop loop, Set<DraftLoop> sorted) {
        sorted.add(loop);
        loops.stream().filter(it -> parents.get(it) == loop).forEach(below -> add(below, sorted));
    }

    private void number(List<DraftLoop> sorted) {
        for (int at = 0; at < sorted.size(); at++) {
            sorted.get(at).trigger().set(1, 0, Integer.toString(at + 1));
        }
        for (var loop : sorted) {
            var parent = parents.get(loop);
            if (parent != null) {
                loop.trigger().set(2, 0, parent.trigger().value(1, 0));
            }
            loop.trigger().set(4, 0, parents.containsValue(loop) ? "1" : "0");
        }
    }
}
