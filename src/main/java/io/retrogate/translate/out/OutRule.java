package io.retrogate.translate.out;

/** One rule of a mapping on the way back: takes something of the message and writes it. */
interface OutRule {

    /**
     * @param here where in the document the rule stands
     * @return whether it wrote anything
     */
    boolean render(MessagePart part, DraftPlace here, Rendering rendering);

    /** Writes what no rule took by its code's own list, by what the code means. */
    default boolean renderForeign(MessagePart part, DraftPlace here, Rendering rendering) {
        return false;
    }

    /** Marks as written what a reader would find in the document already. */
    default void recognise(MessagePart part, DraftPlace here, Rendering rendering) {}
}
