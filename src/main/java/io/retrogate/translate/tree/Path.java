package io.retrogate.translate.tree;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A way through a document that leads to values, segments or loops; made by {@link PathParser}. */
public record Path(
        String text,
        Start start,
        List<LoopStep> loops,
        @Nullable SegmentStep segment,
        Element element) {

    /** Where the way begins. */
    public enum Start {
        /** The loop the rule stands in. */
        HERE,
        /** The transaction set. */
        ROOT,
        /** The nearest loop outwards that fits the first step. */
        ABOVE,
        /** The loops that name the present one as their parent. */
        BELOW,
        /** The segment the rule stands in. */
        SEGMENT,
        /** The element the rule stands in; positions count from it. */
        ELEMENT,
        /** How many the rule has met. */
        ORDINAL
    }

    /** An element of a segment has one of these values, or none of them. */
    public record Qualifier(int element, int component, boolean negated, Set<String> values) {
        boolean fits(Segment segment) {
            return allows(segment.value(element, component));
        }

        public boolean allows(String value) {
            return values.contains(value) != negated;
        }

        /** Whether it allows all that the other allows. */
        boolean covers(Qualifier other) {
            boolean same = element == other.element && component == other.component;
            return same
                    && (negated
                            ? other.negated
                                    ? other.values.containsAll(values)
                                    : other.values.stream().noneMatch(values::contains)
                            : !other.negated && values.containsAll(other.values));
        }

        Qualifier forLength(int length, Map<String, Integer> lengths) {
            var fitting =
                    values.stream()
                            .filter(it -> lengths.getOrDefault(it, length) == length)
                            .collect(Collectors.toCollection(LinkedHashSet::new));
            return negated || fitting.isEmpty()
                    ? this
                    : new Qualifier(element, component, false, fitting);
        }

        Qualifier exactly(String value) {
            return new Qualifier(element, component, false, Set.of(value));
        }
    }

    public record LoopStep(LoopDefinition definition, List<Qualifier> qualifiers) {
        boolean fits(Loop loop) {
            return loop.definition() == definition && fitsAll(qualifiers, loop.trigger());
        }

        boolean covers(LoopStep other) {
            return definition == other.definition && Path.covers(qualifiers, other.qualifiers);
        }
    }

    public record SegmentStep(String tag, List<Qualifier> qualifiers) {
        boolean fits(Segment segment) {
            return segment.tag().equals(tag) && fitsAll(qualifiers, segment);
        }
    }

    /**
     * @param position 0: the segment or loop as a whole
     * @param stride 0: one element; otherwise each so many further
     */
    public record Element(int position, int component, int stride) {
        static final Element NONE = new Element(0, 0, 0);
    }

    private static boolean fitsAll(List<Qualifier> qualifiers, Segment segment) {
        for (var qualifier : qualifiers) {
            if (!qualifier.fits(segment)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Shows each place to the visitor until it answers false; the answer is whether it never did.
     */
    public boolean visit(Spot here, Predicate<Spot> visitor) {
        return switch (start) {
            case HERE -> walk(here.loop(), 0, visitor);
            case ROOT -> walk(rootOf(here.loop()), 0, visitor);
            case ABOVE -> above(here.loop(), visitor);
            case BELOW -> enterAll(here.loop().below(), 0, visitor);
            case SEGMENT -> inSegment(here.loop(), here.at(), visitor);
            case ELEMENT ->
                    visitor.test(
                            new Spot(
                                    here.loop(),
                                    here.at(),
                                    here.element() + element.position(),
                                    element.component(),
                                    1));
            case ORDINAL -> visitor.test(here);
        };
    }

    /** The first place that has a value. */
    public Optional<Spot> firstValue(Spot here) {
        var found = new Spot[1];
        visit(
                here,
                spot -> {
                    if (spot.text().isEmpty()) {
                        return true;
                    }
                    found[0] = spot;
                    return false;
                });
        return Optional.ofNullable(found[0]);
    }

    /** The first place, whether it has a value or not. */
    public Optional<Spot> firstPlace(Spot here) {
        var found = new Spot[1];
        visit(
                here,
                spot -> {
                    found[0] = spot;
                    return false;
                });
        return Optional.ofNullable(found[0]);
    }

    /** Whether the qualifier speaks of the very element that the path leads to. */
    public boolean isAt(Qualifier qualifier) {
        return qualifier.element() == element.position()
                && Math.max(1, qualifier.component()) == Math.max(1, element.component());
    }

    /** Whether this text may stand where the path leads. */
    public boolean allows(String text) {
        return segment == null
                || (segment.qualifiers().stream().allMatch(it -> !isAt(it) || it.allows(text))
                        && ownQualifiers().stream().allMatch(it -> !isAt(it) || it.allows(text)));
    }

    /** Of the loop whose first segment the path leads to; it says nothing of others. */
    private List<Qualifier> ownQualifiers() {
        boolean own =
                segment != null
                        && !loops.isEmpty()
                        && loops.get(loops.size() - 1).definition().trigger().equals(segment.tag());
        return own ? loops.get(loops.size() - 1).qualifiers() : List.of();
    }

    /** With those codes of a qualifier under which a value is so long. */
    public Path forLength(int length, Map<String, Integer> lengths) {
        if (lengths.isEmpty() || segment == null) {
            return this;
        }
        var fitting =
                segment.qualifiers().stream().map(it -> it.forLength(length, lengths)).toList();
        return new Path(text, start, loops, new SegmentStep(segment.tag(), fitting), element);
    }

    /** Whether whatever the other leads to is found by this one, too. */
    public boolean covers(Path other) {
        return start == other.start
                && element.equals(other.element)
                && segment != null
                && other.segment != null
                && segment.tag().equals(other.segment.tag())
                && covers(segment.qualifiers(), other.segment.qualifiers())
                && loops.size() == other.loops.size()
                && IntStream.range(0, loops.size())
                        .allMatch(at -> loops.get(at).covers(other.loops.get(at)));
    }

    private static boolean covers(List<Qualifier> wide, List<Qualifier> narrow) {
        return wide.stream().allMatch(it -> narrow.stream().anyMatch(it::covers));
    }

    /**
     * The loops on the way to this text: of several that a qualifier allows the one that has it.
     */
    public List<LoopStep> loopsWith(String text) {
        var own = ownQualifiers();
        if (own.stream().noneMatch(this::isAt)) {
            return loops;
        }
        var narrowed = own.stream().map(it -> isAt(it) ? it.exactly(text) : it).toList();
        var steps = new ArrayList<>(loops);
        int last = steps.size() - 1;
        steps.set(last, new LoopStep(steps.get(last).definition(), narrowed));
        return steps;
    }

    private static Loop rootOf(Loop loop) {
        var at = loop;
        for (var parent = at.parent(); parent != null; parent = at.parent()) {
            at = parent;
        }
        return at;
    }

    private boolean above(Loop from, Predicate<Spot> visitor) {
        for (var loop = from.above(); loop != null; loop = loop.above()) {
            if (loops.get(0).fits(loop)) {
                return walk(loop, 1, visitor);
            }
        }
        return true;
    }

    private boolean walk(Loop loop, int step, Predicate<Spot> visitor) {
        if (step < loops.size()) {
            return enterAll(loop.loops(), step, visitor);
        }
        if (segment == null) {
            return visitor.test(Spot.of(loop));
        }
        for (var candidate : loop.segments()) {
            if (!inSegment(loop, candidate, visitor)) {
                return false;
            }
        }
        return true;
    }

    private boolean enterAll(List<Loop> candidates, int step, Predicate<Spot> visitor) {
        for (var loop : candidates) {
            if (loops.get(step).fits(loop) && !walk(loop, step + 1, visitor)) {
                return false;
            }
        }
        return true;
    }

    private boolean inSegment(Loop loop, Segment candidate, Predicate<Spot> visitor) {
        if (segment == null || !segment.fits(candidate)) {
            return true;
        }
        int last =
                element.stride() == 0
                        ? element.position()
                        : Math.max(candidate.size(), element.position());
        for (int at = element.position(); at <= last; at += Math.max(1, element.stride())) {
            if (!visitor.test(new Spot(loop, candidate, at, element.component(), 1))) {
                return false;
            }
        }
        return true;
    }
}
