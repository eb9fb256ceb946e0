package io.retrogate.translate.message;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/** An object as JSON while it is being written, without a tree; empty members are left away. */
final class JsonText {

    private final StringBuilder out = new StringBuilder(512).append('{');

    void member(String name, String value) {
        if (!value.isEmpty()) {
            name(name);
            out.append('"');
            JsonStringEncoder.getInstance().quoteAsString(value, out);
            out.append('"');
        }
    }

    /** A member whose value is JSON already. */
    void written(String name, String json) {
        name(name);
        out.append(json);
    }

    /** Until it is closed, members are those of this object. */
    JsonText object(String name) {
        name(name);
        out.append('{');
        return this;
    }

    /** The next object of an array. */
    void object() {
        comma();
        out.append('{');
    }

    void array(String name) {
        name(name);
        out.append('[');
    }

    void close() {
        out.append('}');
    }

    void closeArray() {
        out.append(']');
    }

    String end() {
        return out.append('}').toString();
    }

    private void name(String name) {
        comma();
        out.append('"').append(name).append("\":");
    }

    /** Nothing separates the first from the bracket before it. */
    private void comma() {
        char last = out.charAt(out.length() - 1);
        if (last != '{' && last != '[') {
            out.append(',');
        }
    }
}
