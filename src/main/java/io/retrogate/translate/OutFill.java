package io.retrogate.translate;

/** Writes a value into every segment of its kind that is there and has none. */
record OutFill(Path to, DraftConditions when, String text) implements OutRule {

    @Override
    public boolean render(MessagePart part, DraftPlace here, Rendering rendering) {
        if (!when.hold(here, rendering)) {
            return false;
        }
        var element = to.element();
        DraftWalk.segments(to, here.loop())
                .filter(it -> it.value(element.position(), element.component()).isEmpty())
                .forEach(it -> it.set(element.position(), element.component(), text));
        return false;
    }
}
