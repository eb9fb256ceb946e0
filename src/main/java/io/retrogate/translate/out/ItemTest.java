package io.retrogate.translate.out;

import io.retrogate.translate.message.Destination;
import io.retrogate.translate.value.CodeTable;

/**
 * Whether an item of a list can have come from where a rule reads.
 *
 * @param code what the rule sets; empty: any code that the table has
 */
record ItemTest(Destination member, CodeTable table, String code) {

    /**
     * @param foreign whether a code of another list will do if it means the same
     */
    boolean fits(MessagePart item, boolean foreign) {
        if (!foreign && !table.owns(item.member(member).tree())) {
            return false;
        }
        var found = table.codeFor(item.member(member).tree());
        return code.isEmpty() ? found.isPresent() : found.filter(code::equals).isPresent();
    }

    /** What is set inwards needs no element outwards. */
    void use(MessagePart item) {
        if (!code.isEmpty()) {
            item.member(member).use();
        }
    }
}
