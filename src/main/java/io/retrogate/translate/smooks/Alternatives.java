package io.retrogate.translate.smooks;

import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Several values of which a message takes one: under each name the first that is not blank, and of
 * the names the lowest that has one.
 */
public final class Alternatives extends TreeMap<String, Object> {

    @Override
    public @Nullable Object put(String name, Object value) {
        boolean blank = value instanceof String text && text.isBlank();
        return blank ? get(name) : putIfAbsent(name, value);
    }
}
