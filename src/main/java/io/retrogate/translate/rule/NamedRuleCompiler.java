package io.retrogate.translate.rule;

import io.retrogate.translate.message.Destination;
import io.retrogate.translate.message.TargetShape;
import io.retrogate.translate.message.TargetShape.Sort;
import io.retrogate.translate.rule.Conversion.Beside;
import io.retrogate.translate.text.TranslateProblem;
import io.retrogate.translate.text.YamlPart;
import io.retrogate.translate.tree.Path;
import io.retrogate.translate.tree.PathParser;
import io.retrogate.translate.value.CodeTable;
import io.retrogate.translate.value.CodeTables;
import java.util.HashMap;
import java.util.Map;

/** Checks and builds one rule with {@code names}. */
final class NamedRuleCompiler {

    private final CodeTables tables;
    private final YamlPart part;
    private final PathParser.Parsed each;
    private final TargetShape shape;

    NamedRuleCompiler(CodeTables tables, YamlPart part, PathParser.Parsed each, TargetShape shape) {
        this.tables = tables;
        this.part = part;
        this.each = each;
        this.shape = shape;
    }

    Rule compile() {
        var value = part.need("from");
        var names = tables.find(part.need("names"), part.need("names").text());
        var to = Destination.parse(part.need("to"), shape);
        var rest = Destination.parse(part.need("rest"), shape);
        var beside = Readings.beside(part, each.inner());
        var restShape = restShape(rest);
        RuleChecks.type(
                part, PathParser.parse(value.text(), each.inner(), value.line()), restShape);
        return new NamedRule(
                each.path(),
                path("key"),
                names,
                path("from"),
                to,
                rest,
                members(names, to.shape(), beside),
                new Conversion(Readings.of(restShape), Writings.of(restShape), null, beside),
                restShape.sort() == Sort.TEXT,
                Readings.path(part, "uom", each.inner()),
                part.has("uom") ? tables.find(part, "unit") : null);
    }

    private TargetShape restShape(Destination rest) {
        if (rest.shape().sort() == Sort.ARRAY) {
            var value = rest.shape().item().member("value");
            if (value.isPresent()) {
                return value.get();
            }
        }
        throw part.line()
                .problem(
                        TranslateProblem.TARGET_UNKNOWN,
                        "'rest' is a list of objects with type and value");
    }

    private Path path(String key) {
        var text = part.need(key);
        return PathParser.parse(text.text(), each.inner(), text.line()).path();
    }

    private static Map<String, Conversion> members(
            CodeTable names, TargetShape object, Beside beside) {
        var members = new HashMap<String, Conversion>();
        for (var meaning : names.meanings().values()) {
            object.member(meaning)
                    .filter(NamedRuleCompiler::isPlain)
                    .ifPresent(
                            member ->
                                    members.put(
                                            meaning,
                                            new Conversion(
                                                    Readings.of(member),
                                                    Writings.of(member),
                                                    null,
                                                    beside)));
        }
        return Map.copyOf(members);
    }

    private static boolean isPlain(TargetShape member) {
        return switch (member.sort()) {
            case OBJECT, ARRAY, CODED -> false;
            case DECIMAL, MOMENT, INTEGER, BOOLEAN, GTIN, GLN, SSCC, TEXT -> true;
        };
    }
}
