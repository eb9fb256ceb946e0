package io.retrogate.translate;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * What reading a value gave.
 *
 * @param value null if it cannot be read
 * @param expected what should have stood there, for the person who has to mend it
 */
record Found(@Nullable JsonNode value, String expected) {

    static Found of(JsonNode value) {
        return new Found(value, "");
    }

    static Found unreadable(String expected) {
        return new Found(null, expected);
    }
}
