package io.retrogate.translate.out;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.retrogate.translate.message.Destination;
import java.util.List;
import java.util.Set;

/**
 * An object of the message that is being written as a document; remembers which of its members were
 * used, so that none is written twice and none is lost in silence.
 *
 * @param pointer JSON Pointer of the object, empty for the message
 * @param used pointers of what was written, shared by all parts of a message
 */
public record MessagePart(JsonNode tree, String pointer, Set<String> used) {

    MessagePart at(List<String> names) {
        var at = this;
        for (var name : names) {
            at = new MessagePart(at.tree.path(name), at.pointer + "/" + name, used);
        }
        return at;
    }

    MessagePart at(int index) {
        return new MessagePart(tree.path(index), pointer + "/" + index, used);
    }

    MessagePart member(Destination destination) {
        return at(destination.owners()).at(List.of(destination.name()));
    }

    /** What is here and was not written yet; missing if nothing. */
    JsonNode unused() {
        return used.contains(pointer) ? MissingNode.getInstance() : tree;
    }

    boolean isMissing() {
        return tree.isMissingNode() || tree.isNull();
    }

    void use() {
        used.add(pointer);
    }
}
