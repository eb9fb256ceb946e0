package io.retrogate.translate.tree;

import io.retrogate.edi.GatewayException;
import io.retrogate.translate.text.MappingLine;
import io.retrogate.translate.text.Near;
import io.retrogate.translate.text.TranslateProblem;
import io.retrogate.translate.tree.Path.Element;
import io.retrogate.translate.tree.Path.LoopStep;
import io.retrogate.translate.tree.Path.Qualifier;
import io.retrogate.translate.tree.Path.SegmentStep;
import io.retrogate.translate.tree.Path.Start;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads one path and checks each step of it against the schema: {@code HL[03=I]/REF[01=SE].02},
 * {@code ^HL[03=O]/PRF.01}, {@code LIN.02+2}, {@code @1}, {@code #}.
 */
public final class PathParser {

    private static final Pattern STEP =
            Pattern.compile(
                    "([A-Za-z][A-Za-z0-9_]*)((?:\\[[^\\]]*\\])*)(?:\\.(\\d\\d)(?:\\.(\\d+))?(?:\\+(\\d))?)?");
    private static final Pattern QUALIFIER =
            Pattern.compile("\\[(\\d\\d)(?:\\.(\\d+))?(!?)=([^\\]]+)\\]");
    private static final Pattern RELATIVE = Pattern.compile("@(\\d+)(?:\\.(\\d+))?");

    private final String text;
    private final Scope scope;
    private final MappingLine line;
    private final List<LoopStep> loops = new ArrayList<>();
    private @Nullable SegmentStep segment;
    private @Nullable SegmentDefinition definition;
    private Scope around;
    private LoopDefinition loop;
    private Element element = Element.NONE;

    private PathParser(String text, Scope scope, MappingLine line) {
        this.text = text;
        this.scope = scope;
        this.line = line;
        this.around = scope;
        this.loop = scope.loop();
    }

    /** The path, and the scope of rules that stand where it leads. */
    public record Parsed(Path path, Scope inner) {}

    public static Parsed parse(String text, Scope scope, MappingLine line) {
        return new PathParser(text, scope, line).parse();
    }

    private Parsed parse() {
        if (text.equals("#")) {
            return parsed(Start.ORDINAL);
        }
        var relative = RELATIVE.matcher(text);
        if (relative.matches()) {
            element = new Element(number(relative, 1), number(relative, 2), 0);
            return parsed(Start.ELEMENT);
        }
        var start = start();
        if (start == Start.ROOT) {
            loop = scope.root();
        }
        var steps =
                List.of(text.substring(start == Start.HERE ? 0 : 1).split("/(?![^\\[]*\\])", -1));
        for (int at = 0; at < steps.size(); at++) {
            boolean outward = at == 0 && (start == Start.ABOVE || start == Start.BELOW);
            step(steps.get(at), at == steps.size() - 1, outward);
        }
        return parsed(start == Start.HERE && standsInSegment(steps) ? Start.SEGMENT : start);
    }

    private Start start() {
        return switch (text.isEmpty() ? ' ' : text.charAt(0)) {
            case '/' -> Start.ROOT;
            case '^' -> Start.ABOVE;
            case '>' -> Start.BELOW;
            default -> Start.HERE;
        };
    }

    /** Inside {@code each: DTM}, DTM is the one at hand. */
    private boolean standsInSegment(List<String> steps) {
        var own = scope.segment();
        return steps.size() == 1
                && segment != null
                && own != null
                && loops.isEmpty()
                && own.tag().equals(segment.tag());
    }

    private Parsed parsed(Start start) {
        var path = new Path(text, start, List.copyOf(loops), segment, element);
        var inside = start == Start.ELEMENT ? scope.segment() : definition;
        return new Parsed(path, new Scope(around, loop, inside));
    }

    private void step(String step, boolean last, boolean outward) {
        var parts = STEP.matcher(step);
        if (!parts.matches()) {
            throw wrong("'" + step + "' is no step of a path", List.of());
        }
        var name = parts.group(1);
        var here = outward ? outwardLoop(name) : innerLoop(name);
        boolean value = parts.group(3) != null;
        if (here != null && (outward || !value || loop.segment(name).isEmpty())) {
            enter(here, parts.group(2), value ? name : null);
        } else if (last) {
            stop(name, parts.group(2));
        } else {
            throw wrong("no loop '" + name + "' in " + loop.code(), loop.names());
        }
        if (value) {
            pick(parts);
        }
    }

    private void enter(LoopDefinition inner, String qualifiers, @Nullable String tag) {
        around = new Scope(around, inner, null);
        loop = inner;
        var trigger = inner.segment(inner.trigger()).orElseThrow();
        loops.add(new LoopStep(inner, qualifiers(qualifiers, trigger)));
        if (tag != null) {
            segment = new SegmentStep(inner.trigger(), List.of());
            definition = trigger;
        }
    }

    private void stop(String tag, String qualifiers) {
        definition =
                loop.segment(tag)
                        .orElseThrow(
                                () -> wrong("no '" + tag + "' in " + loop.code(), loop.names()));
        segment = new SegmentStep(tag, qualifiers(qualifiers, definition));
    }

    private @Nullable LoopDefinition innerLoop(String name) {
        var found = loop.loops(name);
        if (found.size() > 1) {
            throw wrong(
                    "'" + name + "' opens several loops; name one by its code",
                    found.stream().map(LoopDefinition::code).toList());
        }
        return found.isEmpty() ? null : found.get(0);
    }

    /** Loops outwards are those we stand in, and their sisters: an HL names any earlier HL. */
    private LoopDefinition outwardLoop(String name) {
        for (Scope at = scope; at != null; at = at.outer()) {
            if (at.loop().code().equals(name) || at.loop().trigger().equals(name)) {
                return at.loop();
            }
            var sisters = at.loop().loops(name);
            if (!sisters.isEmpty() && at != scope) {
                return sisters.get(0);
            }
        }
        throw wrong("no loop '" + name + "' around this rule", scope.root().names());
    }

    private void pick(Matcher parts) {
        int stride = parts.group(5) == null ? 0 : number(parts, 5);
        element = new Element(number(parts, 3), number(parts, 4), stride);
        check(
                java.util.Objects.requireNonNull(definition),
                element.position(),
                element.component());
    }

    private List<Qualifier> qualifiers(String texts, SegmentDefinition of) {
        var found = new ArrayList<Qualifier>();
        var matcher = QUALIFIER.matcher(texts);
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            int position = number(matcher, 1);
            check(of, position, number(matcher, 2));
            var values = orderedSet(matcher.group(4).split("\\|", -1));
            found.add(
                    new Qualifier(
                            position, number(matcher, 2), !matcher.group(3).isEmpty(), values));
            end = matcher.end();
        }
        if (end != texts.length()) {
            throw wrong("'" + texts + "' is no qualifier such as [01=RZ|QJ]", List.of());
        }
        return List.copyOf(found);
    }

    private void check(SegmentDefinition of, int position, int component) {
        int elements = of.elements().size();
        if (position < 1 || position > elements) {
            throw wrong(of.tag() + " has only " + elements + " elements", List.of());
        }
        int components = of.elements().get(position - 1).components();
        boolean whole = component == 0 && (components == 0 || text.contains("+"));
        if (!whole && (component < 1 || component > components)) {
            throw wrong(
                    of.tag()
                            + "."
                            + (position < 10 ? "0" : "")
                            + position
                            + " has "
                            + components
                            + " components",
                    List.of());
        }
    }

    // When a document is written, the first of the values is taken.
    private static Set<String> orderedSet(String... values) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(List.of(values)));
    }

    private static int number(Matcher matcher, int group) {
        var digits = matcher.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private GatewayException wrong(String what, List<String> names) {
        var near = names.isEmpty() ? "" : Near.to(text.replaceAll("[/^>]|\\[.*|\\..*", ""), names);
        var where = "path '" + text + "' in " + scope.root().code() + ": ";
        return line.problem(TranslateProblem.PATH_UNKNOWN, where + what + near);
    }
}
