package io.retrogate.translate.rule;

import io.retrogate.edi.GatewayException;
import io.retrogate.translate.message.Destination;
import io.retrogate.translate.message.TargetShape;
import io.retrogate.translate.message.TargetShape.Sort;
import io.retrogate.translate.text.Near;
import io.retrogate.translate.text.TranslateProblem;
import io.retrogate.translate.text.YamlPart;
import io.retrogate.translate.tree.Path;
import io.retrogate.translate.tree.PathParser.Parsed;
import io.retrogate.translate.tree.SegmentDefinition;
import io.retrogate.translate.tree.SegmentDefinition.Type;
import io.xlate.edi.schema.EDISimpleType.Base;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/** Finds what a rule says and cannot mean, before it ever runs. */
final class RuleChecks {

    private static final Set<String> OF_A_DATE = Set.of("time", "zone", "format");
    private static final Set<String> OF_A_CODE = Set.of("text", "qualifier");

    private RuleChecks() {}

    /** A rule that copies values. */
    static void value(YamlPart part, Destination to, List<Parsed> from) {
        contradiction(part, to);
        beside(part, to.shape().sort());
        if (!to.list() && !part.has("join")) {
            shadowed(part, from);
        }
        from.forEach(path -> type(part, path, to.shape()));
    }

    private static void contradiction(YamlPart part, Destination to) {
        boolean given = part.has("default") || part.has("set");
        if (part.isTrue("required") && given) {
            throw wrong(part, "'required' asks for nothing, as there is always a value");
        }
        if (part.has("set") && (part.has("from") || part.has("default"))) {
            throw wrong(part, "'set' is always written; 'from' and 'default' never are");
        }
        if (part.has("join") && to.shape().sort() != Sort.TEXT) {
            throw wrong(part, "'join' makes one text, and '" + to.name() + "' is none");
        }
        if (part.get("else").filter(it -> it.isText(to.label())).isPresent()) {
            throw wrong(part, "'else' is where the value could not go");
        }
    }

    private static void beside(YamlPart part, Sort sort) {
        only(part, OF_A_DATE, sort == Sort.MOMENT, "a date");
        only(part, OF_A_CODE, sort == Sort.CODED, "a code");
    }

    private static void only(YamlPart part, Set<String> keys, boolean allowed, String what) {
        keys.stream()
                .filter(key -> !allowed && part.has(key))
                .sorted()
                .findFirst()
                .ifPresent(
                        key -> {
                            throw wrong(part, "'" + key + "' stands beside " + what + " only");
                        });
    }

    /** Of several paths the first with a value is taken: one that an earlier has all of is none. */
    private static void shadowed(YamlPart part, List<Parsed> from) {
        for (int at = 1; at < from.size(); at++) {
            var later = from.get(at).path();
            for (var earlier : from.subList(0, at)) {
                if (earlier.path().covers(later)) {
                    throw wrong(
                            part,
                            "path '"
                                    + later.text()
                                    + "' is never looked at, as '"
                                    + earlier.path().text()
                                    + "' leads there before");
                }
            }
        }
    }

    /** Whether the element can hold what the member of the message wants. */
    static void type(YamlPart part, Parsed from, TargetShape shape) {
        var definition = from.inner().segment();
        var element = from.path().element();
        if (definition == null
                || element.position() == 0
                || from.path().start() == Path.Start.ELEMENT) {
            return;
        }
        var type = definition.type(element.position(), element.component());
        var wanted = wanted(shape.sort(), part.has("format"));
        if (!wanted.contains(type.base())) {
            throw wrong(
                    part,
                    "'"
                            + from.path().text()
                            + "' is "
                            + word(type.base())
                            + ", which becomes no "
                            + shape.sort().name().toLowerCase(Locale.ROOT)
                            + (type.base() == Base.STRING ? " without 'format'" : "")
                            + others(definition, wanted));
        }
        if (shape.sort() == Sort.DECIMAL) {
            implied(part, from.path(), type);
        }
    }

    private static void implied(YamlPart part, Path path, Type type) {
        var as = part.get("as").map(YamlPart::text).orElse("n0");
        boolean fits = as.equals("n" + type.scale()) || !as.matches("n[0-4]");
        if (!fits && (type.scale() > 0 || part.has("as"))) {
            throw wrong(
                    part,
                    "'"
                            + path.text()
                            + "' has "
                            + type.scale()
                            + " implied decimals: as: n"
                            + type.scale());
        }
    }

    private static Set<Base> wanted(Sort sort, boolean format) {
        return switch (sort) {
            case MOMENT ->
                    format
                            ? EnumSet.of(Base.DATE, Base.STRING, Base.NUMERIC)
                            : EnumSet.of(Base.DATE);
            case DECIMAL, INTEGER -> EnumSet.of(Base.NUMERIC, Base.DECIMAL, Base.STRING);
            case BOOLEAN -> EnumSet.of(Base.IDENTIFIER, Base.STRING);
            case CODED, GTIN, GLN, SSCC -> EnumSet.of(Base.IDENTIFIER, Base.STRING, Base.NUMERIC);
            case OBJECT, ARRAY, TEXT -> EnumSet.allOf(Base.class);
        };
    }

    private static String others(SegmentDefinition of, Set<Base> wanted) {
        return Near.named(
                IntStream.rangeClosed(1, of.elements().size())
                        .filter(at -> wanted.contains(of.type(at, 1).base()))
                        .mapToObj(at -> "%s.%02d".formatted(of.tag(), at)));
    }

    private static String word(Base base) {
        return switch (base) {
            case STRING -> "text";
            case NUMERIC, DECIMAL -> "a number";
            case DATE -> "a date";
            case TIME -> "a time";
            case BINARY -> "binary";
            case IDENTIFIER -> "a code";
        };
    }

    private static GatewayException wrong(YamlPart part, String what) {
        return part.line().problem(TranslateProblem.RULE_INVALID, what);
    }
}
