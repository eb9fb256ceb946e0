package io.retrogate.translate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rules of a mapping backwards. What cannot be read so writes nothing: a path to the loop
 * around, a list that is gathered from loops which other rules write.
 */
final class Inversion {

    private Inversion() {}

    static List<OutRule> of(List<Rule> rules) {
        var owned = new HashSet<LoopDefinition>();
        for (var rule : rules) {
            var each = each(rule);
            if (each != null && each.segment() == null && each.loops().size() == 1) {
                owned.add(each.loops().get(0).definition());
            }
        }
        return rules.stream().flatMap(rule -> of(rule, owned).stream()).toList();
    }

    private static @Nullable Path each(Rule rule) {
        return rule instanceof EachRule each
                ? each.each()
                : rule instanceof NamedRule named ? named.each() : null;
    }

    private static List<OutRule> of(Rule rule, Set<LoopDefinition> owned) {
        if (rule instanceof ValueRule value) {
            return value(value);
        }
        if (rule instanceof EachRule each) {
            return each(each, owned);
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
                                new DraftConditions(rule.when())));
    }

    private static List<OutRule> each(EachRule rule, Set<LoopDefinition> owned) {
        var to = rule.to();
        boolean list = to != null && to.shape().sort() == TargetShape.Sort.ARRAY;
        if (!leadsHere(rule.each()) || (list && gathers(rule.each(), owned))) {
            return List.of();
        }
        return List.of(
                new OutEach(
                        to,
                        new DraftSpace(rule.each()),
                        new DraftConditions(rule.when()),
                        list ? tests(rule) : List.of(),
                        OutScope.of(of(rule.rules()))));
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
            case HERE, ROOT, SEGMENT -> true;
            case ABOVE, BELOW, ELEMENT, ORDINAL -> false;
        };
    }
}
