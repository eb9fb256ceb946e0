package io.retrogate.returns;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The canonical message: one business document in the one form that every endpoint gets.
 *
 * <p>Its shape is {@code /schemas/return-message/1.0.json}. Quantities and amounts are decimal
 * strings, times ISO-8601. It holds the tree or the bytes it was made of, and makes the other when
 * it is asked for.
 */
public final class ReturnMessage {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String id;
    private final @Nullable Kind kind;
    private final String documentNumber;
    private final String rma;
    private final byte @Nullable [] json;
    private volatile @Nullable ObjectNode tree;

    public ReturnMessage(ObjectNode tree) {
        this.tree = tree;
        json = null;
        id = tree.path("id").asText();
        kind = Kind.of(tree.path("kind").asText()).orElse(null);
        documentNumber = tree.path("documentNumber").asText();
        var authorisation = tree.path("rma");
        rma = authorisation.path("number").asText(authorisation.path("requestNumber").asText(""));
    }

    /**
     * @param json the message in UTF-8 without line ends; it is not copied, and says the same as
     *     the other parameters
     */
    public ReturnMessage(byte[] json, String id, Kind kind, String documentNumber, String rma) {
        this.json = json;
        this.id = id;
        this.kind = kind;
        this.documentNumber = documentNumber;
        this.rma = rma;
    }

    /** The message as it is kept and sent: JSON without line ends, in UTF-8. Not to be changed. */
    public byte[] json() {
        try {
            return json != null ? json : JSON.writeValueAsBytes(tree());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree in memory can always be written", e);
        }
    }

    public ObjectNode tree() {
        var known = tree;
        if (known == null) {
            known = read(Objects.requireNonNull(json));
            tree = known;
        }
        return known;
    }

    private static ObjectNode read(byte[] json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (IOException e) {
            throw new IllegalStateException("a message of our own can always be read", e);
        }
    }

    public String id() {
        return id;
    }

    public Kind kind() {
        return Objects.requireNonNull(kind, "a message says its kind");
    }

    public String documentNumber() {
        return documentNumber;
    }

    /**
     * The return authorisation number, or the request's number where none is given yet; empty if
     * neither.
     */
    public String rma() {
        return rma;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ReturnMessage message && Arrays.equals(json(), message.json());
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "ReturnMessage " + id;
    }
}
