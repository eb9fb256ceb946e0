package io.retrogate.acknowledge;

import io.retrogate.edi.CharacterSet;
import java.util.function.UnaryOperator;

/**
 * Writes segments one after the other and counts them, one character for each byte. Empty elements
 * and components at the end are left out; every value passes through {@code encode}, so that no
 * data can be taken for a delimiter.
 */
final class Segments {

    private final char element;
    private final char component;
    private final char terminator;
    private final CharacterSet characters;
    private final UnaryOperator<String> encode;
    private final StringBuilder text = new StringBuilder();
    private int count;

    Segments(
            char element,
            char component,
            char terminator,
            CharacterSet characters,
            UnaryOperator<String> encode) {
        this.element = element;
        this.component = component;
        this.terminator = terminator;
        this.characters = characters;
        this.encode = encode;
    }

    /** A segment of simple elements, or of composites made by {@link #composite}. */
    Segments add(String tag, Object... elements) {
        int last = elements.length;
        while (last > 0 && render(elements[last - 1]).isEmpty()) {
            last--;
        }
        text.append(tag);
        for (int i = 0; i < last; i++) {
            text.append(element).append(render(elements[i]));
        }
        text.append(terminator);
        count++;
        return this;
    }

    /** A segment that is already laid out: ISA has fixed widths and names delimiters. */
    Segments addRaw(String segment) {
        text.append(segment).append(terminator);
        count++;
        return this;
    }

    /** Components; each is encoded on its own. */
    Composite composite(Object... components) {
        int last = components.length;
        while (last > 0 && components[last - 1].toString().isEmpty()) {
            last--;
        }
        var joined = new StringBuilder();
        for (int i = 0; i < last; i++) {
            joined.append(i == 0 ? "" : component).append(encode.apply(components[i].toString()));
        }
        return new Composite(joined.toString());
    }

    /** A text of ours as the partner reads it. */
    String own(String text) {
        return characters.bytes(text);
    }

    /** What the partner wrote, up to so many of its characters. */
    String copy(String bytes, int length) {
        return characters.cut(bytes.strip(), length);
    }

    /** How many segments were written so far. */
    int count() {
        return count;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private String render(Object value) {
        return value instanceof Composite composite
                ? composite.encoded()
                : encode.apply(value.toString());
    }

    record Composite(String encoded) {}
}
