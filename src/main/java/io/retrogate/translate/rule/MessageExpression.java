package io.retrogate.translate.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.schibsted.spt.data.jslt.Expression;
import com.schibsted.spt.data.jslt.JsltException;
import io.retrogate.translate.message.Destination;
import io.retrogate.translate.message.TargetShape.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A member of the message that a JSLT expression computes from the finished message. In {@code
 * lines[].reason} it is asked for each line: its context node is the line, and {@code $message} the
 * whole.
 *
 * @param lists the lists on the way to the member, outermost first
 */
record MessageExpression(String target, List<Destination> lists, Destination to, Expression jslt) {

    /**
     * Puts what the expression says in place of the member; what it says nothing of stays as the
     * rules wrote it.
     *
     * @throws JsltException if this message makes the expression fail
     */
    void apply(ObjectNode message) {
        var variables = Map.<String, JsonNode>of("message", message);
        for (var owner : owners(message)) {
            var value = jslt.apply(variables, owner);
            if (!value.isNull() && !value.isMissingNode() && !isEmpty(value)) {
                set(owner, value);
            }
        }
    }

    private List<ObjectNode> owners(ObjectNode message) {
        var owners = List.of(message);
        for (var list : lists) {
            var inner = new ArrayList<ObjectNode>();
            for (var owner : owners) {
                JsonNode at = owner;
                for (var name : list.owners()) {
                    at = at.path(name);
                }
                at.path(list.name()).forEach(item -> inner.add((ObjectNode) item));
            }
            owners = inner;
        }
        return owners;
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isContainerNode() && value.isEmpty();
    }

    private void set(ObjectNode owner, JsonNode value) {
        var at = owner;
        for (var name : to.owners()) {
            at = at.withObject("/" + name);
        }
        boolean number = to.shape().sort() == Sort.DECIMAL && value.isNumber();
        at.set(
                to.name(),
                number ? TextNode.valueOf(value.decimalValue().toPlainString()) : value.deepCopy());
        // It stands in no segment.
        if (at.get("source") instanceof ObjectNode sources) {
            sources.remove(to.name());
        }
        sourceLast(at);
        sourceLast(owner);
    }

    private static void sourceLast(ObjectNode owner) {
        if (owner.remove("source") instanceof ObjectNode sources && !sources.isEmpty()) {
            owner.set("source", sources);
        }
    }
}
