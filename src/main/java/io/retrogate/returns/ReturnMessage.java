package io.retrogate.returns;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The canonical message: one business document in the one form that every endpoint gets.
 *
 * <p>Its shape is {@code /schemas/return-message/1.0.json}; the tree is what goes over the wire.
 * Quantities and amounts are decimal strings, times ISO-8601.
 */
public record ReturnMessage(ObjectNode tree) {

    public String id() {
        return tree.path("id").asText();
    }

    public Kind kind() {
        return Kind.of(tree.path("kind").asText()).orElseThrow();
    }

    public String documentNumber() {
        return tree.path("documentNumber").asText();
    }

    /**
     * The return authorisation number, or the request's number where none is given yet; empty if
     * neither.
     */
    public String rma() {
        var rma = tree.path("rma");
        return rma.path("number").asText(rma.path("requestNumber").asText(""));
    }
}
