package io.retrogate.translate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.TreeSet;

/** A tree whose objects have their members in the order of their names, to be compared by eye. */
final class Sorted {

    private Sorted() {}

    static JsonNode of(JsonNode tree) {
        if (tree.isArray()) {
            var array = JsonNodeFactory.instance.arrayNode();
            tree.forEach(it -> array.add(of(it)));
            return array;
        }
        if (!tree.isObject()) {
            return tree;
        }
        var object = JsonNodeFactory.instance.objectNode();
        var names = new TreeSet<String>();
        tree.fieldNames().forEachRemaining(names::add);
        names.forEach(it -> object.set(it, of(tree.get(it))));
        return object;
    }
}
