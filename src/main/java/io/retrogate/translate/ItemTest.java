package io.retrogate.translate;

/**
 * Whether an item of a list can have come from where a rule reads.
 *
 * @param code what the rule sets; empty: any code that the table has
 */
record ItemTest(Destination member, CodeTable table, String code) {

    boolean fits(MessagePart item) {
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
