package io.retrogate.translate.rule;

import io.retrogate.returns.Kind;
import io.retrogate.translate.text.TranslateProblem;
import io.retrogate.translate.text.YamlPart;
import io.retrogate.translate.tree.Scope;
import io.retrogate.translate.tree.Spot;
import java.util.List;
import java.util.Set;

/**
 * The message is of this kind if all of these conditions hold, and one of those where there are
 * any.
 */
public record KindRule(Kind kind, List<Condition> all, List<Condition> any) {

    public static KindRule parse(YamlPart part, Scope scope) {
        part.allow(Set.of("is", "when", "any"));
        var is = part.need("is");
        var kind =
                Kind.of(is.text())
                        .orElseThrow(
                                () ->
                                        is.line()
                                                .problem(
                                                        TranslateProblem.RULE_INVALID,
                                                        "no kind '" + is.text() + "'"));
        return new KindRule(
                kind,
                part.get("when").map(it -> Condition.all(it, scope)).orElse(List.of()),
                part.get("any").map(it -> Condition.all(it, scope)).orElse(List.of()));
    }

    public boolean isAlways() {
        return all.isEmpty() && any.isEmpty();
    }

    public boolean fits(Spot root, Translation translation) {
        return all.stream().allMatch(it -> it.holds(root, translation))
                && (any.isEmpty() || any.stream().anyMatch(it -> it.holds(root, translation)));
    }
}
