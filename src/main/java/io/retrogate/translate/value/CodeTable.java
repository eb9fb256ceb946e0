package io.retrogate.translate.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the codes of one data element mean to us.
 *
 * @param list the data element's number
 * @param lengths how many digits a value has under a code that prescribes it (GTIN-12, -13, -14)
 */
public record CodeTable(
        String name, String list, Map<String, String> meanings, Map<String, Integer> lengths) {

    /** In place of a meaning: this code is told elsewhere in the message. */
    public static final String ELSEWHERE = "-";

    public CodeTable {
        meanings = Collections.unmodifiableMap(new LinkedHashMap<>(meanings));
        lengths = Map.copyOf(lengths);
    }

    CodeTable with(Map<String, String> others) {
        var all = new LinkedHashMap<>(meanings);
        all.putAll(others);
        return new CodeTable(name, list, all, lengths);
    }

    public Optional<String> meaning(String code) {
        return Optional.ofNullable(meanings.get(code));
    }

    /** The first code in the table that means this. */
    Optional<String> code(String meaning) {
        return meanings.entrySet().stream()
                .filter(entry -> entry.getValue().equals(meaning))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /**
     * The code under which a value is known by this name. Of several the first that has room for
     * the value without its leading zeros, as {@code lengths} says.
     */
    public Optional<String> codeFor(String meaning, String value) {
        int digits = value.replaceFirst("^0+", "").length();
        return meanings.entrySet().stream()
                .filter(entry -> entry.getValue().equals(meaning))
                .map(Map.Entry::getKey)
                .filter(code -> lengths.getOrDefault(code, digits) >= digits)
                .findFirst();
    }

    /** The value as long as its code prescribes, without the zeros that fill it up. */
    public JsonNode padded(String code, JsonNode value) {
        var length = lengths.get(code);
        if (length == null) {
            return value;
        }
        var text = value.asText();
        int surplus = Math.max(0, text.length() - length);
        return TextNode.valueOf(text.substring(surplus));
    }

    /** The code for a coded member of the message; one of another list is found by its meaning. */
    public Optional<String> codeFor(JsonNode coded) {
        if (owns(coded)) {
            return Optional.of(coded.path("code").asText());
        }
        return code(coded.path("meaning").asText());
    }

    /** Whether a coded member has a code of this list, or of none. */
    public boolean owns(JsonNode coded) {
        var of = coded.path("list").asText();
        return coded.has("code") && (of.isEmpty() || of.equals(list));
    }

    /** The code as received with its meaning; one we do not know is kept and says so. */
    public ObjectNode coded(String code) {
        var tree = JsonNodeFactory.instance.objectNode();
        tree.put("code", code);
        if (!list.isEmpty()) {
            tree.put("list", list);
        }
        var meaning = meaning(code).filter(known -> !known.equals(ELSEWHERE));
        meaning.ifPresent(known -> tree.put("meaning", known));
        return tree.put("mapped", meaning.isPresent());
    }
}
