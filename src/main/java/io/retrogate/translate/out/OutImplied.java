package io.retrogate.translate.out;

import io.retrogate.translate.message.Destination;
import io.retrogate.translate.value.CodeTable;
import org.jspecify.annotations.Nullable;

/**
 * A member that the rules inwards do not take from the document: the number of a line, which
 * follows from its place, or a fixed code. There is nothing to write.
 *
 * @param table null: any value
 */
record OutImplied(Destination member, @Nullable CodeTable table, String code) implements OutRule {

    @Override
    public boolean render(MessagePart part, DraftPlace here, Rendering rendering) {
        var value = part.member(member);
        if (table == null || table.codeFor(value.tree()).filter(code::equals).isPresent()) {
            value.use();
        }
        return false;
    }
}
