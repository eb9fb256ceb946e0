package io.retrogate.translate.out;

import io.retrogate.translate.message.Destination;
import io.retrogate.translate.message.TargetShape;
import io.retrogate.translate.message.TargetShape.Sort;
import io.retrogate.translate.rule.Condition;
import io.retrogate.translate.rule.Conversion;
import io.retrogate.translate.rule.Readings;
import io.retrogate.translate.rule.Rule;
import io.retrogate.translate.rule.Writings;
import io.retrogate.translate.text.TranslateProblem;
import io.retrogate.translate.text.YamlPart;
import io.retrogate.translate.tree.Path;
import io.retrogate.translate.tree.PathParser;
import io.retrogate.translate.tree.Scope;
import io.retrogate.translate.value.CodeTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Turns the {@code out} part of a mapping into rules that write: those that are given, then the
 * rules inwards read backwards if it says {@code auto}, last what is fixed or counted.
 */
public final class OutCompiler {

    private static final Set<String> KEYS =
            Set.of(
                    "from",
                    "to",
                    "each",
                    "do",
                    "set",
                    "fill",
                    "with",
                    "count",
                    "as",
                    "code",
                    "time",
                    "zone",
                    "format",
                    "text",
                    "qualifier",
                    "when",
                    "number",
                    "like",
                    "beside");

    private final CodeTables tables;

    public OutCompiler(CodeTables tables) {
        this.tables = tables;
    }

    /** Without rules if the mapping has no way out. */
    public OutScope compile(
            List<YamlPart> out, List<Rule> inwards, Scope scope, TargetShape shape) {
        boolean auto = out.stream().anyMatch(OutCompiler::isAuto);
        var given = all(out.stream().filter(part -> !isAuto(part)).toList(), scope, shape);
        return OutScope.of(
                Stream.concat(
                                given.stream(),
                                auto ? Inversion.of(inwards).stream() : Stream.empty())
                        .toList());
    }

    private static boolean isAuto(YamlPart part) {
        return part.isText("auto");
    }

    private List<OutRule> all(List<YamlPart> parts, Scope scope, TargetShape shape) {
        var rules = new ArrayList<OutRule>();
        for (var part : parts) {
            part.allow(KEYS);
            rules.add(one(part, scope, shape));
        }
        return rules;
    }

    private OutRule one(YamlPart part, Scope scope, TargetShape shape) {
        var when =
                new DraftConditions(
                        part.get("when").map(it -> Condition.all(it, scope)).orElse(List.of()));
        if (part.has("fill") && part.has("like")) {
            return like(part, scope, when);
        }
        if (part.has("fill")) {
            var to = path(part.need("fill"), scope);
            return new OutFill(to, beside(part, to, scope), when, part.need("with").text());
        }
        if (part.has("each")) {
            return each(part, scope, shape, when);
        }
        if (part.has("from")) {
            return value(part, scope, shape, when);
        }
        var counted = part.get("count").map(it -> path(it, scope)).orElse(null);
        var text = counted == null ? part.need("set").text() : "";
        return new OutFixed(path(part.need("to"), scope), when, counted, text);
    }

    private static OutRule like(YamlPart part, Scope scope, DraftConditions when) {
        var to = path(part.need("fill"), scope);
        var given = path(part.need("like"), scope);
        boolean within =
                !given.loops().isEmpty()
                        && to.loops().size() >= given.loops().size()
                        && to.loops().subList(0, given.loops().size()).equals(given.loops());
        if (!within) {
            throw part.line()
                    .problem(
                            TranslateProblem.RULE_INVALID,
                            "'like' is an element that opens a loop around that of 'fill'");
        }
        return new OutLike(to, given, beside(part, to, scope), when);
    }

    private static @Nullable Path beside(YamlPart part, Path to, Scope scope) {
        var beside = part.get("beside").map(it -> path(it, scope)).orElse(null);
        boolean apart =
                beside != null
                        && (!beside.loops().equals(to.loops())
                                || !String.valueOf(beside.segment())
                                        .equals(String.valueOf(to.segment())));
        if (apart) {
            throw part.line()
                    .problem(
                            TranslateProblem.RULE_INVALID,
                            "'beside' is an element of the segment of 'fill'");
        }
        return beside;
    }

    private OutRule each(YamlPart part, Scope scope, TargetShape shape, DraftConditions when) {
        var from = Destination.parse(part.need("each"), shape);
        var to = part.need("to");
        var space = PathParser.parse(to.text(), scope, to.line());
        var inner = from.shape().sort() == Sort.ARRAY ? from.shape().item() : from.shape();
        return new OutEach(
                from,
                new DraftSpace(space.path()),
                when,
                List.of(),
                OutScope.of(all(part.need("do").list(), space.inner(), inner)),
                part.has("number") ? home(part, space, inner) : null,
                Set.of());
    }

    /** {@code number: [CPS.01, id]}: the loop with that number is written into if it is there. */
    private static Home home(YamlPart part, PathParser.Parsed space, TargetShape item) {
        var number = part.need("number").list();
        if (number.size() != 2 || space.path().loops().size() != 1) {
            throw part.line()
                    .problem(
                            TranslateProblem.RULE_INVALID,
                            "'number' is a path and a member, and 'to' one loop");
        }
        return new Home.Numbered(
                space.path(),
                path(number.get(0), space.inner()),
                Destination.parse(number.get(1), item));
    }

    private OutRule value(YamlPart part, Scope scope, TargetShape shape, DraftConditions when) {
        var from = Destination.parse(part.need("from"), shape);
        var paths = part.need("to").list().stream().map(it -> path(it, scope)).toList();
        var writing =
                part.get("as")
                        .map(as -> Writings.named(as, from.shape()))
                        .orElseGet(() -> Writings.of(from.shape()));
        var table = part.get("code").map(it -> tables.find(it, it.text())).orElse(null);
        var conversion =
                new Conversion(
                        Readings.of(from.shape()), writing, table, Readings.beside(part, scope));
        return new OutValue(from, paths, conversion, null, Map.of(), when);
    }

    private static Path path(YamlPart part, Scope scope) {
        return PathParser.parse(part.text(), scope, part.line()).path();
    }
}
