package io.retrogate.translate.shape;

import io.retrogate.edi.Finding.Severity;
import io.retrogate.translate.message.Target;
import io.retrogate.translate.message.TargetShape;
import io.retrogate.translate.message.TargetShape.Sort;
import io.retrogate.translate.value.CodeTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Values with a qualifier (dates, quantities, product ids), given as the list {@code other}: those
 * whose qualifier means a member of the object become that member, as {@code names} does in our
 * mappings. The others stay in the list, and so does a second one of the same name.
 */
record QualifiedValues(ShapedValues values, ShapedDocument document, TargetShape shape) {

    private static final String OTHER = "other";
    private static final String UOM = "uom";

    void spread(List<?> others, Target target, int part) {
        for (var each : others) {
            if (each instanceof List<?> inner) {
                spread(inner, target, part);
            }
            if (each instanceof Map<?, ?> map && isGiven(map.get("type"), map.get("value"))) {
                spread(map, target, part(map, part));
            }
        }
    }

    private static int part(Map<?, ?> map, int outer) {
        var own = ShapedValues.text(map.get("_segment"));
        return own.isBlank() ? outer : Integer.parseInt(own);
    }

    private static boolean isGiven(@Nullable Object type, @Nullable Object value) {
        return type != null
                && value != null
                && !ShapedValues.text(type).isBlank()
                && !ShapedValues.text(value).isBlank();
    }

    private void spread(Map<?, ?> map, Target target, int part) {
        var type = map.get("type");
        var code = ShapedValues.text(type).strip();
        var meaning = values.table(type).flatMap(it -> it.meaning(code)).orElse(code);
        if (meaning.equals(CodeTable.ELSEWHERE)) {
            return;
        }
        var member = shape.member(meaning).filter(it -> isPlain(meaning, it));
        if (member.isEmpty() || target.has(meaning)) {
            append(map, target, part);
            return;
        }
        boolean restIsText = item().member("value").orElseThrow().sort() == Sort.TEXT;
        var severity = restIsText ? Severity.WARNING : Severity.ERROR;
        var made = values.read(meaning, value(map), member.get(), part, severity);
        if (made.isPresent()) {
            target.set(meaning, made.get().node(), made.get().source());
            unit(map, target, part);
        } else if (restIsText) {
            append(map, target, part);
        }
    }

    private static boolean isPlain(String name, TargetShape member) {
        return !name.equals(OTHER)
                && !name.equals(UOM)
                && member.sort() != Sort.OBJECT
                && member.sort() != Sort.ARRAY;
    }

    private TargetShape item() {
        return shape.member(OTHER).orElseThrow().item();
    }

    private void append(Map<?, ?> map, Target target, int part) {
        var item = new Target();
        for (var name : List.of("type", "value")) {
            read(name, map, part).ifPresent(it -> item.set(name, it.node(), it.source()));
        }
        if (item.has("type") && item.has("value")) {
            unit(map, item, part);
            target.append(OTHER, item);
        }
    }

    private Optional<ShapedValues.Shaped> read(String name, Map<?, ?> map, int part) {
        var bean = name.equals("value") ? value(map) : map.get(name);
        return bean == null
                ? Optional.empty()
                : values.read(name, bean, item().member(name).orElseThrow(), part);
    }

    /** With what stands beside it, as a date of its own would have it. */
    private static Object value(Map<?, ?> map) {
        var value = Objects.requireNonNull(map.get("value"));
        var beside = new HashMap<String, Object>();
        for (var name : List.of("time", "zone", "format")) {
            if (map.get(name) != null) {
                beside.put(name, Objects.requireNonNull(map.get(name)));
            }
        }
        if (beside.isEmpty()) {
            return value;
        }
        beside.put("date", value);
        return beside;
    }

    private void unit(Map<?, ?> map, Target target, int part) {
        if (map.get(UOM) != null && !target.has(UOM) && item().member(UOM).isPresent()) {
            read(UOM, map, part).ifPresent(it -> target.set(UOM, it.node(), it.source()));
        }
    }
}
