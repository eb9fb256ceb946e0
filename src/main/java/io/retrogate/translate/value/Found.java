package io.retrogate.translate.value;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * What reading a value gave.
 *
 * @param value null if it cannot be read
 * @param expected what should have stood there, for the person who has to mend it
 */
public record Found(@Nullable JsonNode value, String expected) {

    public static Found of(JsonNode value) {
        return new Found(value, "");
    }

    public static Found unreadable(String expected) {
        return new Found(null, expected);
    }
}
