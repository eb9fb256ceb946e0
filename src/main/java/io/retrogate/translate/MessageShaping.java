package io.retrogate.translate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.retrogate.edi.DocumentProblem;
import io.retrogate.edi.GatewayException;
import io.retrogate.translate.smooks.RecordDefect;
import io.retrogate.translate.smooks.SmooksProblem;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Turns the maps and texts that a Smooks configuration makes into a canonical message, value by
 * value as its JSON Schema wants them. A map may hold {@code _line}: where its values come from.
 */
final class MessageShaping {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String LINE = "_line";

    private final int document;
    private final List<RecordDefect> defects = new ArrayList<>();

    MessageShaping(int document) {
        this.document = document;
    }

    /** What could not be read as what it stands for. */
    List<RecordDefect> defects() {
        return List.copyOf(defects);
    }

    /** Fails with TRN-031 on a member that the message does not have. */
    ObjectNode message(Map<?, ?> map) {
        return object(map, TargetShape.ofMessage(), 0);
    }

    private ObjectNode object(Map<?, ?> map, TargetShape shape, int outer) {
        var tree = JSON.objectNode();
        int line = map.containsKey(LINE) ? Integer.parseInt(text(map.get(LINE))) : outer;
        for (var key : map.keySet()) {
            var name = text(key);
            if (!name.equals(LINE) && shape.member(name).isEmpty()) {
                var near = Near.to(name, shape.members());
                throw impossible("the message has no '" + name + "' here" + near);
            }
        }
        for (var name : shape.members()) {
            var bean = map.get(name);
            if (bean != null) {
                var value = value(bean, shape.member(name).orElseThrow(), line, name);
                if (!value.isNull() && !(value.isContainerNode() && value.isEmpty())) {
                    tree.set(name, value);
                }
            }
        }
        return tree;
    }

    private JsonNode value(Object bean, TargetShape shape, int line, String name) {
        if (bean instanceof Map<?, ?> map) {
            return object(map, shape, line);
        }
        if (bean instanceof List<?> list) {
            return array(list, shape.item(), line, name);
        }
        var text = text(bean).strip();
        return text.isEmpty() ? JSON.nullNode() : plain(text, shape, line, name);
    }

    private ArrayNode array(List<?> list, TargetShape item, int line, String name) {
        var array = JSON.arrayNode();
        for (var each : list) {
            var value = value(each, item, line, name);
            if (name.equals("lines") && value instanceof ObjectNode object) {
                var number = JSON.objectNode().put("number", array.size() + 1);
                value = number.setAll(object);
            }
            if (!value.isNull()) {
                array.add(value);
            }
        }
        return array;
    }

    private JsonNode plain(String text, TargetShape shape, int line, String name) {
        try {
            return switch (shape.sort()) {
                case CODED -> coded(text, shape);
                case DECIMAL -> TextNode.valueOf(decimal(text));
                case MOMENT -> TextNode.valueOf(moment(text));
                case INTEGER -> IntNode.valueOf(Integer.parseInt(text));
                case BOOLEAN -> BooleanNode.valueOf(Boolean.parseBoolean(text));
                case GTIN -> TextNode.valueOf(key(text, 14));
                case GLN -> TextNode.valueOf(key(text, 13));
                case SSCC -> TextNode.valueOf(key(text, 18));
                case TEXT -> TextNode.valueOf(text);
                case OBJECT, ARRAY -> throw impossible("'" + name + "' is no plain value");
            };
        } catch (NumberFormatException | DateTimeException e) {
            var sentence = "'" + name + "' cannot be read as " + noun(shape.sort()) + ".";
            defects.add(
                    new RecordDefect(
                            DocumentProblem.VALUE_INVALID, document, line, 0, text, sentence));
            return JSON.nullNode();
        }
    }

    private static String noun(TargetShape.Sort sort) {
        return switch (sort) {
            case DECIMAL -> "a number";
            case INTEGER -> "a whole number";
            case MOMENT -> "a date (2026-11-24 or 20261124)";
            case GTIN, GLN, SSCC -> "a " + sort + " with its check digit";
            case OBJECT, ARRAY, CODED, BOOLEAN, TEXT -> "text";
        };
    }

    /**
     * A text that is a meaning of the return message means just that; any other is kept as code.
     */
    private static ObjectNode coded(String text, TargetShape shape) {
        var tree = JSON.objectNode().put("code", text);
        boolean known = shape.meanings().contains(text);
        if (known) {
            tree.put("meaning", text);
        }
        return tree.put("mapped", known);
    }

    private static String decimal(String text) {
        var number = new BigDecimal(text).stripTrailingZeros();
        return number.scale() < 0 ? number.setScale(0).toPlainString() : number.toPlainString();
    }

    private static String moment(String text) {
        if (text.indexOf('T') > 0) {
            return OffsetDateTime.parse(text).toInstant().toString();
        }
        var form =
                text.length() == 8 ? DateTimeFormatter.BASIC_ISO_DATE : DateTimeFormatter.ISO_DATE;
        return LocalDate.parse(text, form).toString();
    }

    private static String key(String text, int length) {
        if (!text.matches("\\d{8," + length + "}") || !CheckDigit.fits(text)) {
            throw new NumberFormatException(text);
        }
        return "0".repeat(length - text.length()) + text;
    }

    private static String text(Object value) {
        return String.valueOf(value);
    }

    private static GatewayException impossible(String detail) {
        return new GatewayException(SmooksProblem.SMOOKS_FAILED, detail);
    }
}
