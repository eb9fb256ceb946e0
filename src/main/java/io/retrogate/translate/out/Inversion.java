package io.retrogate.translate.out;

import io.retrogate.translate.message.Destination;
import io.retrogate.translate.message.TargetShape;
import io.retrogate.translate.rule.EachRule;
import io.retrogate.translate.rule.NamedRule;
import io.retrogate.translate.rule.NumberRule;
import io.retrogate.translate.rule.Rule;
import io.retrogate.translate.rule.ValueRule;
import io.retrogate.translate.tree.LoopDefinition;
import io.retrogate.translate.tree.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rules of a mapping backwards. What cannot be read so writes nothing: a path to the loop
 * around, a list that is gathered from loops which other rules write.
 */
final class Inversion {

    private Inversion() {}

    static List<OutRule> of(List<Rule> rules) {
        return of(rules, SharedLists.among(rules));
    }

    private static List<OutRule> of(List<Rule> rules, Set<String> shared) {
        var owned = new HashSet<LoopDefinition>();
        for (var rule : rules) {
            var each = each(rule);
            if (each != null && each.segment() == null && each.loops().size() == 1) {
                owned.add(each.loops().get(0).definition());
            }
        }
        var seen = new HashMap<String, EachRule>();
        var context = new Context(owned, seen, shared);
        return rules.stream().flatMap(rule -> of(rule, context).stream()).toList();
    }

    private static @Nullable Path each(Rule rule) {
        return rule instanceof EachRule each
                ? each.each()
                : rule instanceof NamedRule named ? named.each() : null;
    }

    /** What is known of the other rules of the same object. */
    private record Context(
            Set<LoopDefinition> owned, Map<String, EachRule> seen, Set<String> shared) {}

    private static List<OutRule> of(Rule rule, Context context) {
        if (rule instanceof ValueRule value) {
            return value(value);
        }
        if (rule instanceof EachRule each) {
            return each(each, context);
        }
        if (rule instanceof NamedRule named) {
            return leadsHere(named.each())
                    ? List.of(new OutNamed(named, new DraftSpace(named.each())))
                    : List.of();
        }
        return rule instanceof NumberRule number
                ? List.of(new OutImplied(number.to(), null, ""))
                : List.of();
    }

    private static List<OutRule> value(ValueRule rule) {
        var parent = parent(rule);
        if (parent != null) {
            return List.of(parent);
        }
        if (rule.from().isEmpty()) {
            var table = rule.conversion().table();
            return table == null || rule.to().list()
                    ? List.of()
                    : List.of(new OutImplied(rule.to(), table, rule.fallback()));
        }
        var paths =
                rule.from().stream()
                        .filter(
                                path ->
                                        path.element().position() > 0
                                                || path.start() == Path.Start.ELEMENT)
                        .toList();
        return paths.isEmpty()
                ? List.of()
                : List.of(
                        new OutValue(
                                rule.to(),
                                paths,
                                rule.conversion(),
                                rule.join(),
                                rule.lengths(),
                                new DraftConditions(rule.when())));
    }

    /** A rule that reads the number of the level above. */
    private static @Nullable OutRule parent(ValueRule rule) {
        if (rule.from().size() != 1 || !isLevelAbove(rule.from().get(0))) {
            return null;
        }
        var path = rule.from().get(0);
        return path.element().position() == 1
                ? new OutParent(path.loops().get(0).definition(), rule.to(), null)
                : null;
    }

    /** Of levels that name their parents, not of loops in loops. */
    private static boolean isLevelAbove(Path path) {
        return path.start() == Path.Start.ABOVE
                && path.loops().size() == 1
                && path.loops().get(0).definition().trigger().equals("HL");
    }

    /** A rule that lists the level above. */
    private static List<OutRule> parent(EachRule rule, Destination to) {
        var level = rule.each().loops().get(0).definition();
        return rule.rules().stream()
                .filter(inner -> inner instanceof ValueRule value && value.to().name().equals("id"))
                .<OutRule>map(inner -> new OutParent(level, to, ((ValueRule) inner).to()))
                .toList();
    }

    private static List<OutRule> each(EachRule rule, Context context) {
        var to = rule.to();
        if (to != null && to.shape().sort() == TargetShape.Sort.ARRAY) {
            return list(rule, to, context);
        }
        if (isLoopAround(rule.each()) || !leadsHere(rule.each())) {
            return List.of();
        }
        var inside = to == null ? of(rule.rules(), context.shared()) : of(rule.rules());
        return List.of(each(rule, List.of(), null, inside, Set.of()));
    }

    private static List<OutRule> list(EachRule rule, Destination to, Context context) {
        var path = rule.each();
        if (isLoopAround(path)) {
            return isLevelAbove(path) ? parent(rule, to) : List.of();
        }
        var home = home(rule, context.seen());
        if (home == null && gathers(path, context.owned())) {
            return gathered(rule, to);
        }
        if (!leadsHere(path)) {
            return List.of();
        }
        var reads =
                context.shared().contains(to.label())
                        ? SharedLists.members(rule)
                        : Set.<String>of();
        return List.of(each(rule, tests(rule), home, of(rule.rules()), reads));
    }

    private static OutRule each(
            EachRule rule,
            List<ItemTest> tests,
            @Nullable Home home,
            List<OutRule> inside,
            Set<String> reads) {
        return new OutEach(
                rule.to(),
                new DraftSpace(rule.each()),
                new DraftConditions(rule.when()),
                tests,
                OutScope.of(inside),
                home,
                reads);
    }

    private static boolean isLoopAround(Path path) {
        return path.start() == Path.Start.ABOVE && path.segment() == null;
    }

    /** By the members that are read from the very element. */
    private static List<OutRule> gathered(EachRule rule, Destination to) {
        var numbers =
                rule.rules().stream()
                        .filter(inner -> inner instanceof ValueRule value && isElement(value))
                        .map(inner -> ((ValueRule) inner).to())
                        .toList();
        return numbers.isEmpty()
                ? List.of()
                : List.of(new OutGathered(to, rule.each(), numbers, OutScope.of(of(rule.rules()))));
    }

    private static boolean isElement(ValueRule rule) {
        return rule.from().size() == 1 && rule.from().get(0).start() == Path.Start.ELEMENT;
    }

    /** Null for a list whose items simply have a place each. */
    private static @Nullable Home home(EachRule rule, Map<String, EachRule> seen) {
        var path = rule.each();
        if (path.segment() != null || path.loops().isEmpty()) {
            return null;
        }
        var number = number(rule);
        if (seen.putIfAbsent(path.text(), rule) != null && number != null) {
            return Home.beside(path, number);
        }
        if (path.loops().size() != 2) {
            return null;
        }
        var outer = path.loops().get(0).definition();
        for (var inner : rule.rules()) {
            if (inner instanceof EachRule each
                    && each.to() != null
                    && isAround(each.each(), outer)) {
                return inPackage(path, each, each.to());
            }
        }
        boolean reaches = rule.rules().stream().anyMatch(inner -> reaches(inner, outer));
        return reaches ? Home.alone(path) : null;
    }

    private static @Nullable Home inPackage(Path path, EachRule inside, Destination packages) {
        for (var rule : inside.rules()) {
            if (rule instanceof ValueRule value && value.to().name().equals("id")) {
                return new Home.InPackage(path, packages, value.from().get(0), value.to());
            }
        }
        return null;
    }

    private static @Nullable Destination number(EachRule rule) {
        return rule.rules().stream()
                .filter(NumberRule.class::isInstance)
                .map(inner -> ((NumberRule) inner).to())
                .findFirst()
                .orElse(null);
    }

    private static boolean isAround(Path path, LoopDefinition outer) {
        return path.start() == Path.Start.ABOVE
                && path.loops().size() == 1
                && path.loops().get(0).definition() == outer;
    }

    private static boolean reaches(Rule rule, LoopDefinition outer) {
        var each = each(rule);
        return each != null
                ? isAround(each, outer)
                : rule instanceof ValueRule value
                        && value.from().stream().anyMatch(path -> isAround(path, outer));
    }

    /** From loops that another rule writes: the items are in their lines, for example. */
    private static boolean gathers(Path path, Set<LoopDefinition> owned) {
        boolean inside = path.segment() != null || path.loops().size() > 1;
        return inside
                && !path.loops().isEmpty()
                && owned.contains(path.loops().get(0).definition());
    }

    private static List<ItemTest> tests(EachRule rule) {
        var tests = new ArrayList<ItemTest>();
        for (var inner : rule.rules()) {
            if (inner instanceof ValueRule value && value.conversion().table() != null) {
                boolean set = value.from().isEmpty();
                if (set || rule.needed().contains(value.to().first())) {
                    tests.add(
                            new ItemTest(
                                    value.to(),
                                    value.conversion().table(),
                                    set ? value.fallback() : ""));
                }
            }
        }
        return List.copyOf(tests);
    }

    private static boolean leadsHere(Path path) {
        return switch (path.start()) {
            case HERE, ROOT, SEGMENT, ABOVE -> true;
            case BELOW, ELEMENT, ORDINAL -> false;
        };
    }
}
