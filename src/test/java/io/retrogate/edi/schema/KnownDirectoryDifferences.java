package io.retrogate.edi.schema;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where Smooks' directories say something else than we do, and why we stay with ours. */
final class KnownDirectoryDifferences {

    private static final Map<String, List<String>> PLACES_BY_REASON =
            Map.of(
                    "optional here alone: mandatory in the other tables, and here before D.01B",
                    List.of("D01B CDI-1 requirement", "D10B CDI-1 requirement"));

    private KnownDirectoryDifferences() {}

    static Map<String, String> byPlace() {
        var reasons = new TreeMap<String, String>();
        PLACES_BY_REASON.forEach((why, places) -> places.forEach(at -> reasons.put(at, why)));
        return reasons;
    }
}
