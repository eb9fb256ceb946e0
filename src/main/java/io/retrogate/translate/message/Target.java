package io.retrogate.translate.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One object of the message while it is being written, with the sources of its members. */
public final class Target {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final ObjectNode tree = JSON.objectNode();
    private final ObjectNode source = JSON.objectNode();
    private final Map<String, Target> inner = new LinkedHashMap<>();

    ObjectNode tree() {
        return tree;
    }

    boolean isEmpty() {
        return tree.isEmpty() && inner.values().stream().allMatch(Target::isEmpty);
    }

    public boolean has(String name) {
        return tree.has(name);
    }

    /** Sets a member; its source is empty where it comes from no segment. */
    public void set(String name, JsonNode value, String from) {
        tree.set(name, value);
        if (!from.isEmpty()) {
            source.put(name, from);
        }
    }

    /** Appends a plain value to an array. */
    public void append(String name, JsonNode value, String from) {
        array(tree, name).add(value);
        array(source, name).add(from);
    }

    /** The object that this name leads to, made if need be; it appears once something is in it. */
    Target at(List<String> names) {
        var at = this;
        for (var name : names) {
            at = at.inner.computeIfAbsent(name, absent -> new Target());
        }
        return at;
    }

    /** Appends a finished object to an array, unless it is empty. */
    public void append(String name, Target item) {
        var finished = item.finish();
        if (!finished.isEmpty()) {
            array(tree, name).add(finished);
        }
    }

    /** The tree with everything in it, sources last. */
    public ObjectNode finish() {
        inner.forEach(
                (name, part) -> {
                    var finished = part.finish();
                    if (!finished.isEmpty()) {
                        tree.set(name, finished);
                    }
                });
        inner.clear();
        if (!source.isEmpty()) {
            tree.set("source", source);
        }
        return tree;
    }

    private static ArrayNode array(ObjectNode tree, String name) {
        return tree.get(name) instanceof ArrayNode present ? present : tree.putArray(name);
    }
}
