package io.retrogate.returns;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The canonical message: one business document in the one form that every endpoint gets.
 *
 * <p>Its shape is {@code /schemas/return-message/1.0.json}; the tree is what goes over the wire.
 * Quantities and amounts are decimal strings, times ISO-8601.
 */
public record ReturnMessage(ObjectNode tree) {

    private static final ObjectWriter JSON = new ObjectMapper().writer();

    /** The message as it is kept and sent: JSON without line ends, in UTF-8. */
    public byte[] json() {
        try {
            return JSON.writeValueAsBytes(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree in memory can always be written", e);
        }
    }

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
