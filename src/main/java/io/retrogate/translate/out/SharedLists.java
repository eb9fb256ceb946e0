package io.retrogate.translate.out;

import io.retrogate.translate.message.TargetShape;
import io.retrogate.translate.rule.EachRule;
import io.retrogate.translate.rule.NamedRule;
import io.retrogate.translate.rule.NumberRule;
import io.retrogate.translate.rule.Rule;
import io.retrogate.translate.rule.ValueRule;
import io.retrogate.translate.tree.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists of one object that several rules fill, and what each of these rules reads of an item. */
final class SharedLists {

    private SharedLists() {}

    static Set<String> among(List<Rule> rules) {
        var once = new HashSet<String>();
        return lists(rules).filter(name -> !once.add(name)).collect(Collectors.toSet());
    }

    private static Stream<String> lists(List<Rule> rules) {
        return rules.stream()
                .filter(EachRule.class::isInstance)
                .map(EachRule.class::cast)
                .flatMap(SharedLists::lists);
    }

    private static Stream<String> lists(EachRule each) {
        var to = each.to();
        if (to == null) {
            return isLevel(each.each()) ? Stream.empty() : lists(each.rules());
        }
        return to.shape().sort() == TargetShape.Sort.ARRAY ? Stream.of(to.label()) : Stream.empty();
    }

    /** What stands at a level of its own (HL) would leave the lines that are not below it. */
    private static boolean isLevel(Path path) {
        return path.loops().stream().anyMatch(it -> it.definition().trigger().equals("HL"));
    }

    /** The members of an item that a rule writes. */
    static Set<String> members(EachRule rule) {
        return rule.rules().stream().flatMap(SharedLists::members).collect(Collectors.toSet());
    }

    private static Stream<String> members(Rule rule) {
        if (rule instanceof ValueRule value) {
            return Stream.of(value.to().first());
        }
        if (rule instanceof NumberRule number) {
            return Stream.of(number.to().first());
        }
        if (rule instanceof NamedRule named) {
            return Stream.of(named.to().first(), named.rest().first());
        }
        var to = rule instanceof EachRule each ? each.to() : null;
        return to == null
                ? rule.inside().stream().flatMap(SharedLists::members)
                : Stream.of(to.first());
    }
}
