package io.retrogate.translate.smooks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * From which element on a segment is cut into pieces of how many elements: {@code LIN.02+2,
 * PIA.02+1}.
 */
record Cuts(Map<String, Cut> bySegment) {

    private static final Pattern CUT = Pattern.compile("([A-Z][A-Z0-9]{1,2})\\.(\\d\\d)\\+(\\d)");

    record Cut(int from, int step) {

        /** Whether a piece begins with this element. */
        boolean begins(int element) {
            return element >= from && (element - from) % step == 0;
        }
    }

    Cuts {
        bySegment = Map.copyOf(bySegment);
    }

    static Cuts of(String written) {
        var cuts = new HashMap<String, Cut>();
        for (var one : written.isBlank() ? List.<String>of() : List.of(written.split(","))) {
            var found = CUT.matcher(one.strip());
            if (!found.matches() || found.group(3).equals("0")) {
                throw new IllegalArgumentException(
                        "'each' is written like LIN.02+2, not '" + one.strip() + "'");
            }
            cuts.put(
                    found.group(1),
                    new Cut(Integer.parseInt(found.group(2)), Integer.parseInt(found.group(3))));
        }
        return new Cuts(cuts);
    }
}
