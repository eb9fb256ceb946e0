package io.retrogate.translate.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.retrogate.edi.Finding.Severity;
import io.retrogate.translate.message.TargetShape;
import io.retrogate.translate.shape.ShapedDocument.Flaw;
import io.retrogate.translate.shape.ShapedDocument.Neighbours;
import io.retrogate.translate.smooks.Decoded;
import io.retrogate.translate.smooks.Decoded.CodedText;
import io.retrogate.translate.smooks.Decoded.ImpliedDecimals;
import io.retrogate.translate.value.CodeTable;
import io.retrogate.translate.value.Found;
import io.retrogate.translate.value.Reading;
import io.retrogate.translate.value.Surroundings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes of the beans of a Smooks configuration the plain members of a message. */
record ShapedValues(ShapedDocument document) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** A member as it stands in the message, and where it comes from. */
    record Shaped(JsonNode node, String source) {}

    JsonNode fixed(String text) {
        return TextNode.valueOf(text);
    }

    JsonNode fixed(int number) {
        return IntNode.valueOf(number);
    }

    /** Empty if nothing stands there, or if it cannot be read, which is told. */
    Optional<Shaped> read(String name, Object bean, TargetShape shape, int part) {
        return read(name, bean, shape, part, Severity.ERROR);
    }

    Optional<Shaped> read(
            String name, Object bean, TargetShape shape, int part, Severity otherwise) {
        var text = plain(bean);
        if (text.isBlank()) {
            return Optional.empty();
        }
        if (shape.sort() == TargetShape.Sort.CODED) {
            return Optional.of(new Shaped(coded(bean, text, shape), source(bean)));
        }
        var found = found(bean, text, shape);
        var node = found.value();
        if (node == null) {
            document.unreadable(
                    otherwise, new Flaw(value(bean), text, part, name, found.expected()));
            return Optional.empty();
        }
        return Optional.of(new Shaped(node, source(bean)));
    }

    private Found found(Object bean, String text, TargetShape shape) {
        if (bean instanceof ImpliedDecimals implied) {
            return Reading.implied(implied.decimals())
                    .read(text, new Surroundings("", "", "", "", java.time.Instant.EPOCH));
        }
        return document.read(shape, text, neighbours(bean));
    }

    private static Neighbours neighbours(Object bean) {
        return bean instanceof Map<?, ?> map
                ? new Neighbours(
                        text(map.get("time")), text(map.get("zone")), text(map.get("format")))
                : Neighbours.NONE;
    }

    /** As its table says; without one a meaning of the message means that, any other is kept. */
    private JsonNode coded(Object bean, String code, TargetShape shape) {
        var tree =
                table(bean).map(table -> table.coded(code)).orElseGet(() -> meaning(code, shape));
        if (bean instanceof Map<?, ?> map) {
            for (var name : List.of("qualifier", "text")) {
                var beside = text(map.get(name)).strip();
                if (!beside.isEmpty()) {
                    tree.put(name, beside);
                }
            }
        }
        return tree;
    }

    private static ObjectNode meaning(String text, TargetShape shape) {
        var tree = JSON.objectNode().put("code", text);
        boolean known = shape.meanings().contains(text);
        if (known) {
            tree.put("meaning", text);
        }
        return tree.put("mapped", known);
    }

    /** The table that says what a code means; empty if none was named. */
    Optional<CodeTable> table(@Nullable Object bean) {
        if (bean instanceof Map<?, ?> map) {
            return table(map.get("code"));
        }
        return bean instanceof CodedText coded && !coded.table().isEmpty()
                ? Optional.of(named(coded.table()))
                : Optional.empty();
    }

    private CodeTable named(String name) {
        return document.table(name)
                .orElseThrow(
                        () -> MessageShaping.impossible("there is no code table '" + name + "'"));
    }

    private String source(Object bean) {
        return document.source(value(bean));
    }

    /** The text that the reader showed, if the bean is made of one. */
    private static Object value(@Nullable Object bean) {
        if (bean instanceof Decoded decoded) {
            return decoded.text();
        }
        if (bean instanceof Map<?, ?> map) {
            return value(map.containsKey("code") ? map.get("code") : map.get("date"));
        }
        if (bean instanceof List<?> several) {
            return several.stream()
                    .<Object>map(ShapedValues::value)
                    .filter(it -> !text(it).isBlank())
                    .findFirst()
                    .orElse("");
        }
        return bean == null ? "" : bean;
    }

    /** What is to be read; several texts are one, with blanks between them. */
    private static String plain(Object bean) {
        if (bean instanceof List<?> several) {
            return several.stream()
                    .map(ShapedValues::text)
                    .map(String::strip)
                    .filter(it -> !it.isEmpty())
                    .collect(Collectors.joining(" "));
        }
        return text(value(bean)).strip();
    }

    static String text(@Nullable Object bean) {
        if (bean instanceof Decoded decoded) {
            return decoded.text();
        }
        return bean == null ? "" : String.valueOf(bean);
    }
}
