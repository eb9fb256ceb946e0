package io.retrogate.translate;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether something holds where a rule stands: {@code N9[01=RZ]}, {@code BGN.01=11|44}, {@code
 * !BLI/RDR.02}, {@code kind=return.request}.
 *
 * @param path null: asks for the kind of the message
 * @param values empty: something must be there
 */
record Condition(boolean negated, @Nullable Path path, Set<String> values) {

    static Condition parse(YamlPart part, Scope scope) {
        var text = part.text();
        boolean negated = text.startsWith("!");
        var bare = negated ? text.substring(1) : text;
        int equals = bare.indexOf('=', bare.lastIndexOf(']') + 1);
        var path = equals < 0 ? bare : bare.substring(0, equals);
        var values =
                equals < 0 ? Set.<String>of() : Set.of(bare.substring(equals + 1).split("\\|", -1));
        if (path.equals("kind")) {
            return new Condition(negated, null, values);
        }
        return new Condition(negated, PathParser.parse(path, scope, part.line()).path(), values);
    }

    static List<Condition> all(YamlPart part, Scope scope) {
        return part.list().stream().map(one -> parse(one, scope)).toList();
    }

    boolean holds(Spot here, Translation translation) {
        return found(here, translation) != negated;
    }

    private boolean found(Spot here, Translation translation) {
        if (path == null) {
            return values.contains(translation.kind());
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
