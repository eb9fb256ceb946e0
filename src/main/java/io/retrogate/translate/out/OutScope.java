package io.retrogate.translate.out;

import io.retrogate.translate.out.Rendering.Turn;
import io.retrogate.translate.tree.LoopDefinition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rules of one place, in the order in which they write: those that have no choice; those that
 * ask what the document says by now; qualified values, then what stands in their loops; then, for
 * what no reader would find there yet, those that have a choice; last what is fixed or counted.
 */
public record OutScope(List<OutRule> certain, List<OutRule> others) {

    private static final int CHOICE = 4;

    static OutScope of(List<OutRule> rules) {
        var listed = rules.stream().flatMap(OutScope::listed).collect(Collectors.toSet());
        var turns = new HashMap<OutRule, Integer>();
        rules.forEach(rule -> turns.put(rule, said(rule, listed) ? CHOICE : turn(rule)));
        var ordered =
                rules.stream()
                        .sorted(Comparator.comparingInt(rule -> turns.getOrDefault(rule, 0)))
                        .toList();
        var parts =
                ordered.stream()
                        .collect(
                                Collectors.partitioningBy(
                                        rule -> turns.getOrDefault(rule, 0) < CHOICE));
        return new OutScope(
                parts.getOrDefault(true, List.of()), parts.getOrDefault(false, List.of()));
    }

    /** The segments that a list is written into. */
    private static Stream<String> listed(OutRule rule) {
        if (!(rule instanceof OutEach each) || each.from() == null) {
            return Stream.empty();
        }
        var space = each.space().each();
        var segment = space.segment();
        boolean whole = space.loops().isEmpty() && space.element().position() == 0;
        return whole && segment != null ? Stream.of(segment.tag()) : Stream.empty();
    }

    /** Whether one of those may say it already: a request's number is one of the references. */
    private static boolean said(OutRule rule, Set<String> listed) {
        var path = rule instanceof OutValue value ? value.to().get(0) : null;
        var segment = path == null || !path.loops().isEmpty() ? null : path.segment();
        return segment != null && !segment.qualifiers().isEmpty() && listed.contains(segment.tag());
    }

    /** Whether nothing can be written with them. */
    public boolean isEmpty() {
        return certain.isEmpty() && others.isEmpty();
    }

    /** Writes a message: the segments between header and trailer, in their order. */
    public List<DraftSegment> segments(
            LoopDefinition definition, MessagePart message, Rendering rendering) {
        var root = DraftLoop.root(definition);
        render(message, DraftPlace.of(root), rendering);
        root.prune();
        Hierarchy.arrange(root);
        var segments = new ArrayList<DraftSegment>();
        root.inOrder(segments::add);
        return segments;
    }

    /** Writes an object. */
    boolean render(MessagePart part, DraftPlace here, Rendering rendering) {
        var around = rendering.turn();
        boolean wrote = false;
        if (sharesLists()) {
            rendering.take(Turn.WHOLE);
            wrote = take(part, here, rendering);
        }
        rendering.take(Turn.REST);
        wrote |= take(part, here, rendering);
        rendering.take(around);
        return wrote;
    }

    private boolean sharesLists() {
        return certain.stream()
                .anyMatch(
                        rule ->
                                rule instanceof OutEach each
                                        && (!each.reads().isEmpty()
                                                || (each.from() == null
                                                        && each.rules().sharesLists())));
    }

    /** Takes a turn, among the other rules of the same object. */
    boolean take(MessagePart part, DraftPlace here, Rendering rendering) {
        boolean wrote = false;
        for (var rule : certain) {
            wrote |= rule.render(part, here, rendering);
        }
        if (rendering.turn() == Turn.WHOLE) {
            return wrote;
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
