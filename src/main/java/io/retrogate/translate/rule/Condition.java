package io.retrogate.translate.rule;

import io.retrogate.returns.Kind;
import io.retrogate.translate.text.Near;
import io.retrogate.translate.text.TranslateProblem;
import io.retrogate.translate.text.YamlPart;
import io.retrogate.translate.tree.Path;
import io.retrogate.translate.tree.PathParser;
import io.retrogate.translate.tree.Scope;
import io.retrogate.translate.tree.Spot;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether something holds where a rule stands: {@code N9[01=RZ]}, {@code BGN.01=11|44}, {@code
 * !BLI/RDR.02}, {@code kind=return.request}, {@code RCD.05.1=RCD.03.1}.
 *
 * @param path null: asks for the kind of the message
 * @param values empty: something must be there, unless it is compared
 * @param other what must be the same, unless one of both is not there; null: nothing
 */
public record Condition(
        boolean negated, @Nullable Path path, Set<String> values, @Nullable Path other) {

    /** What is compared is an element, no code. */
    private static final Pattern ELEMENT = Pattern.compile("[A-Z][A-Z0-9]{1,2}\\.\\d\\d(\\.\\d+)?");

    static Condition parse(YamlPart part, Scope scope) {
        var text = part.text();
        boolean negated = text.startsWith("!");
        var bare = negated ? text.substring(1) : text;
        int equals = bare.indexOf('=', bare.lastIndexOf(']') + 1);
        var path = equals < 0 ? bare : bare.substring(0, equals);
        var right = equals < 0 ? "" : bare.substring(equals + 1);
        if (ELEMENT.matcher(right).matches()) {
            return new Condition(negated, at(path, part, scope), Set.of(), at(right, part, scope));
        }
        var values = equals < 0 ? Set.<String>of() : Set.of(right.split("\\|", -1));
        if (path.equals("kind")) {
            values.forEach(kind -> checkKind(kind, part));
        }
        return path.equals("kind")
                ? new Condition(negated, null, values, null)
                : new Condition(negated, at(path, part, scope), values, null);
    }

    private static void checkKind(String kind, YamlPart part) {
        if (Kind.of(kind).isEmpty()) {
            var known = Arrays.stream(Kind.values()).map(Kind::label).toList();
            throw part.line()
                    .problem(
                            TranslateProblem.RULE_INVALID,
                            "no kind '" + kind + "'" + Near.to(kind, known));
        }
    }

    private static Path at(String path, YamlPart part, Scope scope) {
        return PathParser.parse(path, scope, part.line()).path();
    }

    public static List<Condition> all(YamlPart part, Scope scope) {
        return part.list().stream().map(one -> parse(one, scope)).toList();
    }

    boolean holds(Spot here, Translation translation) {
        return found(here, translation) != negated;
    }

    private boolean found(Spot here, Translation translation) {
        if (path == null) {
            return values.contains(translation.kind());
        }
        if (other != null) {
            var left = path.firstValue(here).map(Spot::text);
            var right = other.firstValue(here).map(Spot::text);
            return left.isEmpty() || right.isEmpty() || left.equals(right);
        }
        return !path.visit(here, spot -> !fits(spot));
    }

    private boolean fits(Spot spot) {
        if (values.isEmpty()) {
            return spot.element() == 0 || !spot.text().isEmpty();
        }
        return values.contains(spot.text());
    }
}
