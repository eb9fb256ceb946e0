package io.retrogate.translate.rule;

import io.retrogate.translate.message.Destination;
import io.retrogate.translate.message.TargetShape;
import io.retrogate.translate.message.TargetShape.Sort;
import io.retrogate.translate.text.Near;
import io.retrogate.translate.text.RuleText;
import io.retrogate.translate.text.TranslateProblem;
import io.retrogate.translate.text.YamlPart;
import io.retrogate.translate.tree.PathParser;
import io.retrogate.translate.tree.Scope;
import io.retrogate.translate.value.CodeTable;
import io.retrogate.translate.value.CodeTables;
import io.retrogate.translate.value.Reading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns rules as written into rules that run; every path, target and code table is checked. */
public final class RuleCompiler {

    private final CodeTables tables;

    public RuleCompiler(CodeTables tables) {
        this.tables = tables;
    }

    public List<Rule> compile(List<RuleText> texts, Scope scope, TargetShape shape) {
        var rules = new ArrayList<Rule>();
        var written = new HashSet<String>();
        var read = new HashMap<String, String>();
        for (var text : texts) {
            var part = text.part();
            if (!part.has("each")) {
                checkOnce(part, written);
                checkMeaning(part, read);
            }
            rules.add(part.has("each") ? repeated(text, scope, shape) : value(part, scope, shape));
        }
        return List.copyOf(rules);
    }

    private static void checkOnce(YamlPart part, Set<String> written) {
        var to = part.need("to").text();
        if (!part.has("when") && !to.endsWith("[]") && !written.add(to)) {
            throw part.line()
                    .problem(
                            TranslateProblem.RULE_INVALID,
                            "two rules write '" + to + "'; give one of them several paths");
        }
    }

    /** A qualifier says what a value is; two rules that know it differently do not both mean it. */
    private static void checkMeaning(YamlPart part, Map<String, String> read) {
        var from = part.get("from").map(YamlPart::list).orElse(List.of());
        if (part.has("when") || from.size() != 1 || !from.get(0).text().contains("[")) {
            return;
        }
        var to = part.need("to").text();
        var other = read.putIfAbsent(from.get(0).text(), to);
        if (other != null) {
            throw part.line()
                    .problem(
                            TranslateProblem.RULE_INVALID,
                            "two rules read '%s', into '%s' and into '%s'; say with 'when' which is meant"
                                    .formatted(from.get(0).text(), other, to));
        }
    }

    private Rule repeated(RuleText text, Scope scope, TargetShape shape) {
        var part = text.part();
        var each = part.need("each");
        var parsed = PathParser.parse(each.text(), scope, each.line());
        return part.has("names")
                ? new NamedRuleCompiler(tables, part, parsed, shape).compile()
                : each(text, parsed, shape);
    }

    private Rule each(RuleText text, PathParser.Parsed parsed, TargetShape shape) {
        var part = text.part();
        var to = part.get("to").map(it -> Destination.parse(it, shape)).orElse(null);
        boolean array = to != null && to.shape().sort() == Sort.ARRAY;
        var inner = to == null ? shape : array ? to.shape().item() : to.shape();
        if (text.inside().isEmpty() || inner.members().isEmpty()) {
            throw part.line()
                    .problem(
                            TranslateProblem.RULE_INVALID,
                            "'each' needs 'do' and an object to write");
        }
        var rules = compile(text.inside(), parsed.inner(), inner);
        if (array) {
            checkComplete(part, inner.required(), text.inside());
        }
        return new EachRule(
                parsed.path(),
                to,
                array ? inner.required() : List.of(),
                part.get("when").map(it -> Condition.all(it, parsed.inner())).orElse(List.of()),
                rules);
    }

    /** What the JSON Schema requires has to have a rule that writes it. */
    public static void checkComplete(YamlPart part, List<String> required, List<RuleText> rules) {
        for (var member : required) {
            if (rules.stream().noneMatch(rule -> writes(rule, member))) {
                throw part.line()
                        .problem(
                                TranslateProblem.RULE_INVALID,
                                "no rule writes '" + member + "', which the message must have");
            }
        }
    }

    private static boolean writes(RuleText rule, String member) {
        var to = rule.part().get("to").map(YamlPart::text).orElse("");
        return to.equals(member)
                || to.startsWith(member + ".")
                || (to.isEmpty()
                        && rule.inside().stream().anyMatch(inner -> writes(inner, member)));
    }

    private Rule value(YamlPart part, Scope scope, TargetShape shape) {
        var to = Destination.parse(part.need("to"), shape);
        if (part.get("from").map(it -> it.list().get(0).text()).orElse("").equals("#")) {
            return new NumberRule(to);
        }
        var from = part.get("from").map(it -> paths(it, scope)).orElse(List.of());
        RuleChecks.value(part, to, from);
        return new ValueRule(
                from.stream().map(PathParser.Parsed::path).toList(),
                to,
                conversion(part, to, scope),
                part.isTrue("required"),
                part.get("default").or(() -> part.get("set")).map(YamlPart::text).orElse(""),
                part.get("join").map(YamlPart::text).orElse(null),
                part.get("lengths").map(RuleCompiler::lengths).orElse(Map.of()),
                part.get("else").map(it -> Destination.parseElse(it, shape)).orElse(null),
                part.get("when").map(it -> Condition.all(it, scope)).orElse(List.of()));
    }

    private static Map<String, Integer> lengths(YamlPart part) {
        var lengths = new HashMap<String, Integer>();
        part.entries().forEach((code, length) -> lengths.put(code, number(length)));
        return Map.copyOf(lengths);
    }

    private static Integer number(YamlPart part) {
        if (!part.text().matches("\\d{1,2}")) {
            throw part.line()
                    .problem(
                            TranslateProblem.RULE_INVALID,
                            "'" + part.text() + "' is no number of characters");
        }
        return Integer.valueOf(part.text());
    }

    private static List<PathParser.Parsed> paths(YamlPart part, Scope scope) {
        return part.list().stream()
                .map(it -> PathParser.parse(it.text(), scope, it.line()))
                .toList();
    }

    private Conversion conversion(YamlPart part, Destination to, Scope scope) {
        var shape = to.shape();
        boolean coded = shape.sort() == Sort.CODED;
        if (coded != part.has("code")
                || shape.sort() == Sort.OBJECT
                || shape.sort() == Sort.ARRAY) {
            throw part.line()
                    .problem(
                            TranslateProblem.RULE_INVALID,
                            "'"
                                    + to.name()
                                    + "' "
                                    + (coded
                                            ? "is a code; name its table with 'code'"
                                            : "is not what this rule writes"));
        }
        var table = part.get("code").map(it -> table(it, shape)).orElse(null);
        if (table != null) {
            part.get("set").ifPresent(it -> checkKnown(it, table));
            part.get("default").ifPresent(it -> checkKnown(it, table));
        }
        return new Conversion(
                reading(part, shape),
                part.get("as")
                        .map(as -> Writings.named(as, shape))
                        .orElseGet(() -> Writings.of(shape)),
                table,
                Readings.beside(part, scope));
    }

    private static void checkKnown(YamlPart code, CodeTable table) {
        if (table.meaning(code.text()).isEmpty()) {
            throw code.line()
                    .problem(
                            TranslateProblem.CODE_TABLE_INVALID,
                            "table '"
                                    + table.name()
                                    + "' has no '"
                                    + code.text()
                                    + "'"
                                    + Near.to(code.text(), table.meanings().keySet()));
        }
    }

    private CodeTable table(YamlPart part, TargetShape shape) {
        var table = tables.find(part, part.text());
        var allowed = shape.meanings();
        for (var meaning : table.meanings().values()) {
            if (!allowed.isEmpty()
                    && !allowed.contains(meaning)
                    && !meaning.equals(CodeTable.ELSEWHERE)) {
                throw tables.line(table.name(), meaning)
                        .orElse(part.line())
                        .problem(
                                TranslateProblem.CODE_TABLE_INVALID,
                                "table '"
                                        + table.name()
                                        + "' says '"
                                        + meaning
                                        + "', which cannot stand here"
                                        + Near.to(meaning, allowed));
            }
        }
        return table;
    }

    private static Reading reading(YamlPart part, TargetShape shape) {
        @Nullable YamlPart as = part.get("as").orElse(null);
        return as == null ? Readings.of(shape) : Readings.named(as, shape);
    }
}
