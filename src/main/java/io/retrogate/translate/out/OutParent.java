package io.retrogate.translate.out;

import io.retrogate.translate.message.Destination;
import io.retrogate.translate.tree.LoopDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the number of the loop that this one stands below into its element 2 (HL02).
 *
 * @param id of a list, the member that is the number; null: the member itself is
 */
record OutParent(LoopDefinition level, Destination member, @Nullable Destination id)
        implements OutRule {

    @Override
    public boolean render(MessagePart part, DraftPlace here, Rendering rendering) {
        var parent = id == null ? part : part.member(member).at(0);
        var number = id == null ? part.member(member) : parent.member(id);
        if (here.loop().definition() != level || number.isMissing()) {
            return false;
        }
        here.loop().trigger().set(2, 0, number.tree().asText());
        number.use();
        if (id != null) {
            // The rest of it is said by the package itself.
            parent.tree().fieldNames().forEachRemaining(name -> parent.at(List.of(name)).use());
        }
        return true;
    }
}
