package io.retrogate.translate.out;

import com.fasterxml.jackson.databind.JsonNode;
import io.retrogate.edi.Finding.Severity;
import io.retrogate.returns.MessageProblem;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Names the members of a message that no rule wrote; of a list each member once. */
public record Leftovers(Set<String> used, Rendering rendering) {

    /** Members that speak of the message's own way, not of the return. */
    private static final Set<String> OWN =
            Set.of("id", "schemaVersion", "kind", "envelope", "partner", "validation", "source");

    /** Which lines lie in a package is said by the lines. */
    private static final String CONTENTS = "/packages[]/lines[]";

    public void report(MessagePart message) {
        var found = new TreeSet<String>();
        collect(message, found);
    }

    private void collect(MessagePart part, Set<String> found) {
        var tree = part.tree();
        if (tree.isValueNode() || isCoded(tree)) {
            var name = part.pointer().replaceAll("/\\d+(?=/|$)", "[]");
            if (!used.contains(part.pointer()) && !name.equals(CONTENTS) && found.add(name)) {
                rendering.add(
                        MessageProblem.MEMBER_WITHOUT_PLACE,
                        Severity.WARNING,
                        part,
                        "The document has no place for it.");
            }
            return;
        }
        for (int at = 0; at < (tree.isArray() ? tree.size() : 0); at++) {
            collect(part.at(at), found);
        }
        tree.fieldNames()
                .forEachRemaining(
                        name -> {
                            boolean top = part.pointer().isEmpty();
                            if (!name.equals("source") && !(top && OWN.contains(name))) {
                                collect(part.at(List.of(name)), found);
                            }
                        });
    }

    private static boolean isCoded(JsonNode tree) {
        return tree.isObject() && (tree.has("code") || tree.has("meaning"));
    }
}
