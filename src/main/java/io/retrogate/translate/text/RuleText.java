package io.retrogate.translate.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A rule as written, with the rules inside it; rules of an overlay take the place of those they
 * extend here, before anything is compiled.
 */
public record RuleText(YamlPart part, List<RuleText> inside) {

    private static final Set<String> KEYS =
            Set.of(
                    "from",
                    "to",
                    "set",
                    "each",
                    "do",
                    "names",
                    "key",
                    "rest",
                    "as",
                    "code",
                    "required",
                    "default",
                    "join",
                    "when",
                    "text",
                    "time",
                    "zone",
                    "format",
                    "uom",
                    "qualifier",
                    "else",
                    "lengths",
                    "drop");

    /** Whatever a rule may say. */
    public static Set<String> keys() {
        return KEYS;
    }

    static List<RuleText> all(Optional<YamlPart> list) {
        return list.map(it -> it.list().stream().map(RuleText::one).toList()).orElse(List.of());
    }

    private static RuleText one(YamlPart part) {
        part.allow(KEYS);
        return new RuleText(part, all(part.get("do")));
    }

    /** The base with the overlay laid over it. */
    static List<RuleText> merge(List<RuleText> base, List<RuleText> overlay) {
        var merged = new ArrayList<>(base);
        for (var rule : overlay) {
            if (rule.part.has("drop")) {
                rule.dropFrom(merged);
            } else {
                rule.layOver(merged);
            }
        }
        return List.copyOf(merged);
    }

    private void dropFrom(List<RuleText> rules) {
        var name = part.need("drop").text();
        if (!rules.removeIf(rule -> rule.isCalled(name))) {
            throw part.line()
                    .problem(
                            TranslateProblem.RULE_INVALID,
                            "there is no rule '" + name + "' to drop");
        }
    }

    private boolean isCalled(String name) {
        return value("to").equals(name) || value("each").equals(name);
    }

    private void layOver(List<RuleText> rules) {
        for (int at = 0; at < rules.size(); at++) {
            var rule = rules.get(at);
            if (!rule.name().equals(name())) {
                continue;
            }
            boolean nested = !inside.isEmpty() && !rule.inside.isEmpty();
            rules.set(at, nested ? new RuleText(rule.part, merge(rule.inside, inside)) : this);
            return;
        }
        rules.add(this);
    }

    private String name() {
        return value("each") + " -> " + value("to") + " " + value("rest");
    }

    private String value(String key) {
        return part.get(key).map(found -> found.list().get(0).text()).orElse("");
    }
}
