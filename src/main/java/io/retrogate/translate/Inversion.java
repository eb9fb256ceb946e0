package io.retrogate.translate;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the rules of a mapping backwards. What cannot be read so writes nothing: a path to the loop
 * around, a list that is gathered from loops which other rules write.
 */
final class Inversion {

    private Inversion() {}

    static List<OutRule> of(List<Rule> rules) {
        return rules.stream().flatMap(rule -> of(rule).stream()).toList();
    }

    private static List<OutRule> of(Rule rule) {
        if (rule instanceof ValueRule value) {
            return value(value);
        }
        if (rule instanceof EachRule each) {
            return each(each);
        }
        if (rule instanceof NamedRule named) {
            return leadsHere(named.each())
                    ? List.of(new OutNamed(named, new DraftSpace(named.each())))
                    : List.of();
        }
        return rule instanceof NumberRule number ? List.of(new OutNumber(number.to())) : List.of();
    }

    private static List<OutRule> value(ValueRule rule) {
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

    private static List<OutRule> each(EachRule rule) {
        var to = rule.to();
        boolean list = to != null && to.shape().sort() == TargetShape.Sort.ARRAY;
        if (!leadsHere(rule.each()) || (list && rule.each().loops().size() > 1)) {
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
