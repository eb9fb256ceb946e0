package io.retrogate.translate.shape;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retrogate.edi.GatewayException;
import io.retrogate.returns.Kind;
import io.retrogate.translate.message.Target;
import io.retrogate.translate.message.TargetShape;
import io.retrogate.translate.smooks.SmooksProblem;
import io.retrogate.translate.text.Near;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Turns the maps and texts that a Smooks configuration makes into a canonical message, value by
 * value as its JSON Schema wants them. A map may hold {@code _line} or {@code _segment}: where its
 * values come from; {@code _with}, {@code _skip}. A member {@code name@kind} counts only in
 * messages of that kind.
 */
public final class MessageShaping {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> PARTS = List.of("_line", "_segment");

    /** Another map whose members count here too, unless this one has them. */
    private static final String WITH = "_with";

    /** Something stands here if the map is to say nothing after all. */
    private static final String SKIP = "_skip";

    /** Members that the gateway writes itself. */
    private static final Set<String> OURS =
            Set.of("id", "schemaVersion", "envelope", "partner", "validation");

    private final ShapedDocument document;
    private final ShapedValues values;
    private String kind = "";

    public MessageShaping(ShapedDocument document) {
        this.document = document;
        this.values = new ShapedValues(document);
    }

    /**
     * The message without what the gateway says itself. Fails with TRN-031 on a member that the
     * message does not have.
     */
    public ObjectNode message(Map<?, ?> map) {
        var target = new Target();
        var known = kind(map);
        known.ifPresent(it -> target.set("kind", values.fixed(it.label()), ""));
        write(map, target);
        return target.finish();
    }

    /** What the map says of the kind: the first of its alternatives that is one. */
    public static Optional<Kind> kind(Map<?, ?> map) {
        return alternatives(map.get("kind"))
                .flatMap(it -> Kind.of(ShapedValues.text(it)).stream())
                .findFirst();
    }

    /** All of the message but its kind. */
    public void write(Map<?, ?> map, Target target) {
        for (var name : OURS) {
            if (map.containsKey(name)) {
                throw impossible("'" + name + "' is written by the gateway");
            }
        }
        kind = kind(map).map(Kind::label).orElse("");
        members(map, TargetShape.ofMessage(), target, 0);
    }

    private static Stream<?> alternatives(@Nullable Object bean) {
        return bean instanceof SortedMap<?, ?> several
                ? several.values().stream()
                : Stream.ofNullable(bean);
    }

    private void members(Map<?, ?> map, TargetShape shape, Target target, int outer) {
        int part = part(map, outer);
        var given = given(map, shape);
        for (var name : shape.members()) {
            var bean = given.get(name);
            if (bean != null && !(name.equals("kind") && target.has(name))) {
                member(name, bean, shape.member(name).orElseThrow(), target, part);
            }
        }
        if (given.get("other") instanceof List<?> others) {
            new QualifiedValues(values, document, shape).spread(others, target, part);
        }
    }

    /** The line or segment that a map says it comes from. */
    public static int part(Map<?, ?> map, int outer) {
        return PARTS.stream()
                .filter(map::containsKey)
                .map(name -> ShapedValues.text(map.get(name)))
                .filter(text -> !text.isBlank())
                .map(Integer::valueOf)
                .findFirst()
                .orElse(outer);
    }

    /** The members that count, by their plain names. */
    private Map<String, Object> given(Map<?, ?> map, TargetShape shape) {
        var given = new HashMap<String, Object>();
        for (var entry : map.entrySet()) {
            var written = String.valueOf(entry.getKey());
            int at = written.indexOf('@');
            var name = at < 0 ? written : written.substring(0, at);
            if (name.startsWith(WITH) && entry.getValue() instanceof Map<?, ?> more) {
                given(more, shape).forEach(given::putIfAbsent);
            } else if (!name.startsWith("_") && shape.member(name).isEmpty()) {
                var near = Near.to(name, shape.members());
                throw impossible("the message has no '" + name + "' here" + near);
            }
            boolean counts = at < 0 || written.substring(at + 1).equals(kind);
            if (counts && !name.startsWith("_")) {
                given.put(name, entry.getValue());
            }
        }
        return given;
    }

    private void member(String name, Object bean, TargetShape shape, Target target, int part) {
        switch (shape.sort()) {
            case OBJECT -> object(name, bean, shape, target, part);
            case ARRAY -> {
                if (!name.equals("other") || shape.item().member("type").isEmpty()) {
                    array(name, bean, shape.item(), target, part);
                }
            }
            default ->
                    alternatives(bean)
                            .flatMap(it -> values.read(name, it, shape, part).stream())
                            .findFirst()
                            .ifPresent(it -> target.set(name, it.node(), it.source()));
        }
    }

    private void object(String name, Object bean, TargetShape shape, Target target, int part) {
        if (!(bean instanceof Map<?, ?> map)) {
            if (ShapedValues.text(bean).isBlank()) {
                return;
            }
            throw impossible("'" + name + "' is no plain value");
        }
        var made = object(map, shape, part);
        if (!made.isEmpty()) {
            target.set(name, made, "");
        }
    }

    private ObjectNode object(Map<?, ?> map, TargetShape shape, int part) {
        var inner = new Target();
        members(map, shape, inner, part);
        return inner.finish();
    }

    /** One bean stands for a list of one, and lists in a list for one after the other. */
    private static Stream<?> flat(Object bean) {
        return bean instanceof List<?> several
                ? several.stream().flatMap(MessageShaping::flat)
                : Stream.of(bean);
    }

    private void array(String name, Object bean, TargetShape item, Target target, int part) {
        var nodes = new ArrayList<ShapedValues.Shaped>();
        for (var each : flat(bean).toList()) {
            if (each instanceof Map<?, ?> map && item.sort() == TargetShape.Sort.OBJECT) {
                item(name, map, item, nodes, part);
            } else {
                values.read(name, each, item, part).ifPresent(nodes::add);
            }
        }
        if (!nodes.isEmpty()) {
            write(name, nodes, target);
        }
    }

    private void item(
            String name,
            Map<?, ?> map,
            TargetShape item,
            List<ShapedValues.Shaped> nodes,
            int part) {
        if (!ShapedValues.text(map.get(SKIP)).isBlank()) {
            return;
        }
        var inner = new Target();
        if (name.equals("lines")) {
            inner.set("number", values.fixed(nodes.size() + 1), document.source(part(map, part)));
        }
        members(map, item, inner, part);
        var made = inner.finish();
        if (!made.isEmpty() && !(made.size() == 1 && name.equals("lines"))) {
            nodes.add(new ShapedValues.Shaped(made, ""));
        }
    }

    private static void write(String name, List<ShapedValues.Shaped> nodes, Target target) {
        boolean traced = nodes.stream().anyMatch(it -> !it.source().isEmpty());
        if (traced) {
            nodes.forEach(it -> target.append(name, it.node(), it.source()));
        } else {
            var array = JSON.arrayNode();
            nodes.forEach(it -> array.add(it.node()));
            target.set(name, array, "");
        }
    }

    public static GatewayException impossible(String detail) {
        return new GatewayException(SmooksProblem.SMOOKS_FAILED, detail);
    }
}
