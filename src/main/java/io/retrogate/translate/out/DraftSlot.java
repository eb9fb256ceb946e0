package io.retrogate.translate.out;

import io.retrogate.translate.tree.Path;
import io.retrogate.translate.tree.Path.LoopStep;
import io.retrogate.translate.tree.Path.Qualifier;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where one value goes. A path leads to the first place that is free or says the same already; what
 * is missing on the way is made, with the first value that each qualifier allows.
 */
record DraftSlot(DraftSegment segment, int element, int component) {

    void set(String text) {
        if (!isSsccWithPrefix(segment.value(element, component), text)) {
            segment.set(element, component, text);
        }
    }

    /** How long a text may be here. */
    int room() {
        return segment.definition().maxLength(element, component);
    }

    /** GS1's application identifier 00 may stand before an SSCC. */
    private static boolean isSsccWithPrefix(String present, String text) {
        return text.length() == 18 && present.equals("00" + text);
    }

    /** Empty if there is no place for this text. */
    static Optional<DraftSlot> find(Path path, DraftPlace here, String text) {
        if (!path.allows(text)) {
            return Optional.empty();
        }
        return switch (path.start()) {
            case HERE -> descend(path, path.loopsWith(text), here.loop(), text);
            case ROOT -> descend(path, path.loopsWith(text), here.loop().root(), text);
            case ABOVE -> above(path, here, text);
            case SEGMENT -> Optional.of(at(here)).flatMap(segment -> in(segment, path, text));
            case ELEMENT ->
                    free(
                            new DraftSlot(
                                    at(here),
                                    here.element() + path.element().position(),
                                    path.element().component()),
                            text);
            case BELOW, ORDINAL -> Optional.empty();
        };
    }

    private static DraftSegment at(DraftPlace here) {
        var segment = here.segment();
        return segment == null ? here.loop().trigger() : segment;
    }

    private static Optional<DraftSlot> above(Path path, DraftPlace here, String text) {
        var around = around(path, here.loop());
        return around == null ? Optional.empty() : descend(path, inside(path, text), around, text);
    }

    private static List<LoopStep> inside(Path path, String text) {
        return path.loopsWith(text).subList(1, path.loops().size());
    }

    /**
     * The loop around this one where such a path begins; null for one that a parent's number names.
     */
    static @Nullable DraftLoop around(Path path, DraftLoop from) {
        var first = path.loops().get(0);
        for (var at = from.parent(); at != null; at = at.parent()) {
            if (at.definition() == first.definition() && fits(at.trigger(), first.qualifiers())) {
                return at;
            }
        }
        return null;
    }

    private static Optional<DraftSlot> descend(
            Path path, List<LoopStep> steps, DraftLoop from, String text) {
        var loop = enter(steps, from);
        var step = path.segment();
        if (step == null) {
            return Optional.empty();
        }
        for (var segment : loop.segments()) {
            if (segment.tag().equals(step.tag())) {
                var found = in(segment, path, text);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        var fresh = fresh(loop, step.tag());
        return fresh == null
                ? Optional.empty()
                : in(fresh, path, text)
                        .map(
                                slot -> {
                                    loop.segments().add(fresh);
                                    return slot;
                                });
    }

    /** The loop that the steps lead to, made where it is missing. */
    static DraftLoop enter(List<LoopStep> steps, DraftLoop from) {
        var loop = from;
        for (var step : steps) {
            var outer = loop;
            loop =
                    outer.loops().stream()
                            .filter(inner -> inner.definition() == step.definition())
                            .filter(inner -> fits(inner.trigger(), step.qualifiers()))
                            .findFirst()
                            .or(() -> unqualified(outer, step))
                            .orElseGet(() -> open(outer, step));
        }
        return loop;
    }

    /** One of which nothing is said yet that the step asks for. */
    private static Optional<DraftLoop> unqualified(DraftLoop outer, LoopStep step) {
        var found =
                outer.loops().stream()
                        .filter(inner -> inner.definition() == step.definition())
                        .filter(inner -> mayFit(inner.trigger(), step.qualifiers()))
                        .findFirst();
        found.ifPresent(inner -> qualify(inner.trigger(), step.qualifiers()));
        return found;
    }

    static DraftLoop open(DraftLoop outer, LoopStep step) {
        var loop = outer.open(step.definition());
        qualify(loop.trigger(), step.qualifiers());
        return loop;
    }

    /** A segment that is not in the loop yet; null if no more may stand there. */
    static @Nullable DraftSegment fresh(DraftLoop loop, String tag) {
        if (!loop.hasRoomFor(tag)) {
            return null;
        }
        return loop.definition().segment(tag).map(DraftSegment::new).orElse(null);
    }

    private static Optional<DraftSlot> in(DraftSegment segment, Path path, String text) {
        var step = path.segment();
        if (step == null || !step.tag().equals(segment.tag())) {
            return Optional.empty();
        }
        var others = step.qualifiers().stream().filter(qualifier -> !path.isAt(qualifier)).toList();
        if (!mayFit(segment, others)) {
            return Optional.empty();
        }
        var target = path.element();
        var slot = free(new DraftSlot(segment, target.position(), target.component()), text);
        slot.ifPresent(found -> qualify(segment, others));
        return slot;
    }

    private static Optional<DraftSlot> free(DraftSlot slot, String text) {
        if (slot.element > slot.segment.definition().elements().size()) {
            return Optional.empty();
        }
        var present = slot.segment.value(slot.element, slot.component);
        boolean same = present.equals(text) || isSsccWithPrefix(present, text);
        return present.isEmpty() || same ? Optional.of(slot) : Optional.empty();
    }

    private static boolean fits(DraftSegment segment, List<Qualifier> qualifiers) {
        return qualifiers.stream().allMatch(it -> it.allows(value(segment, it)));
    }

    /** Whether it fits, or would with its empty elements filled. */
    static boolean mayFit(DraftSegment segment, List<Qualifier> qualifiers) {
        return qualifiers.stream()
                .allMatch(it -> value(segment, it).isEmpty() || it.allows(value(segment, it)));
    }

    static void qualify(DraftSegment segment, List<Qualifier> qualifiers) {
        for (var qualifier : qualifiers) {
            if (!qualifier.negated() && value(segment, qualifier).isEmpty()) {
                segment.assume(
                        qualifier.element(),
                        qualifier.component(),
                        qualifier.values().iterator().next());
            }
        }
    }

    private static String value(DraftSegment segment, Qualifier qualifier) {
        return segment.value(qualifier.element(), qualifier.component());
    }
}
