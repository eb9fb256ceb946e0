package io.retrogate.translate;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the codes of one data element mean to us.
 *
 * @param list the data element's number
 */
record CodeTable(String name, String list, Map<String, String> meanings) {

    /** In place of a meaning: this code is told elsewhere in the message. */
    static final String ELSEWHERE = "-";

    CodeTable {
        meanings = Map.copyOf(meanings);
    }

    CodeTable with(Map<String, String> others) {
        var all = new LinkedHashMap<>(meanings);
        all.putAll(others);
        return new CodeTable(name, list, all);
    }

    Optional<String> meaning(String code) {
        return Optional.ofNullable(meanings.get(code));
    }

    /** The code as received with its meaning; one we do not know is kept and says so. */
    ObjectNode coded(String code) {
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
