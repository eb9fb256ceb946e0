package io.retrogate.translate.rule;

import io.retrogate.translate.message.TargetShape;
import io.retrogate.translate.message.TargetShape.Sort;
import io.retrogate.translate.rule.Conversion.Beside;
import io.retrogate.translate.text.TranslateProblem;
import io.retrogate.translate.text.YamlPart;
import io.retrogate.translate.tree.Path;
import io.retrogate.translate.tree.PathParser;
import io.retrogate.translate.tree.Scope;
import io.retrogate.translate.value.MomentReading;
import io.retrogate.translate.value.Reading;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which reading a target wants. */
public final class Readings {

    private static final Set<String> NAMED = Set.of("n0", "n2", "n3", "n4");

    private Readings() {}

    public static Reading of(TargetShape shape) {
        return switch (shape.sort()) {
            case DECIMAL -> Reading.decimal();
            case MOMENT -> new MomentReading();
            case INTEGER -> Reading.integer();
            case BOOLEAN -> Reading.yesOrNo();
            case GTIN -> Reading.gtin();
            case GLN -> Reading.gln();
            case SSCC -> Reading.sscc();
            case CODED, OBJECT, ARRAY, TEXT ->
                    shape.pattern().map(Reading::matching).orElseGet(Reading::text);
        };
    }

    /** {@code as: n2}: two implied decimals. */
    static Reading named(YamlPart as, TargetShape shape) {
        if (!NAMED.contains(as.text()) || shape.sort() != Sort.DECIMAL) {
            throw as.line()
                    .problem(
                            TranslateProblem.RULE_INVALID,
                            "'as' is one of n0, n2, n3, n4 for a decimal, not '" + as.text() + "'");
        }
        return Reading.implied(as.text().charAt(1) - '0');
    }

    public static Beside beside(YamlPart part, Scope scope) {
        return new Beside(
                path(part, "time", scope),
                path(part, "zone", scope),
                path(part, "format", scope),
                path(part, "text", scope),
                path(part, "qualifier", scope));
    }

    static @Nullable Path path(YamlPart part, String key, Scope scope) {
        return part.get(key)
                .map(it -> PathParser.parse(it.text(), scope, it.line()).path())
                .orElse(null);
    }
}
