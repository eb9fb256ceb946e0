package io.retrogate.translate;

/** The number of a line follows from its place; there is nothing to write. */
record OutNumber(Destination member) implements OutRule {

    @Override
    public boolean render(MessagePart part, DraftPlace here, Rendering rendering) {
        part.member(member).use();
        return false;
    }
}
