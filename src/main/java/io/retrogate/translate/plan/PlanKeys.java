package io.retrogate.translate.plan;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The names of members as numbers, and JSON that is known before any document comes. */
final class PlanKeys {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<byte[]> names = new ArrayList<>();
    private final List<byte[]> constants = new ArrayList<>();

    int number(String name) {
        return numbers.computeIfAbsent(
                name,
                absent -> {
                    names.add((",\"" + name + "\":").getBytes(StandardCharsets.US_ASCII));
                    return names.size() - 1;
                });
    }

    /** The name in quotes, with a comma before it and a colon behind. */
    byte[] name(int number) {
        return names.get(number);
    }

    int constant(String json) {
        constants.add(json.getBytes(StandardCharsets.UTF_8));
        return constants.size() - 1;
    }

    byte[] constant(int number) {
        return constants.get(number);
    }
}
