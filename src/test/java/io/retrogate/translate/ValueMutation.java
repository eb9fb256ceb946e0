package io.retrogate.translate;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/** Puts other values into a document, most of which may stand there. */
final class ValueMutation {

    private static final List<String> VALUES =
            List.of(
                    "",
                    " ",
                    "A",
                    "0",
                    "00",
                    "007",
                    "-0",
                    "1.50",
                    ".5",
                    "5.",
                    "1,5",
                    "-12",
                    "99999",
                    "20260229",
                    "20260131",
                    "20261124",
                    "261124",
                    "202611240915",
                    "0915",
                    "091530",
                    "2561",
                    "UT",
                    "ET",
                    "05",
                    "LT",
                    "Y",
                    "N",
                    "Tür \u00E9",
                    "a \"b\" \\c",
                    "  x  ",
                    "4006381333931",
                    "04006381333931",
                    "012345678905",
                    "00034532100000000174",
                    "034532100000000174",
                    "SN",
                    "LT",
                    "RZ",
                    "BM",
                    "UP",
                    "GM",
                    "102",
                    "203",
                    "718",
                    "?+",
                    "?:x",
                    "a??",
                    "PCE",
                    "EA",
                    "ZZ",
                    "ZZZ",
                    "9",
                    "24");

    private static final int HEADER = 150;

    private static final Pattern VALUE =
            Pattern.compile("(?<=[*+:>|])[^*+:>|~'\r\n?]{0,35}(?=[*+:>|~'])");

    private final Random random;

    ValueMutation(Random random) {
        this.random = random;
    }

    String of(String text) {
        var mutated = text;
        for (int times = random.nextInt(3); times >= 0; times--) {
            mutated = once(mutated, HEADER);
        }
        return mutated;
    }

    /**
     * @param spared so many bytes at the start are rarely changed: without its header nothing of a
     *     document is translated
     */
    String once(String text, int spared) {
        var places = new ArrayList<int[]>();
        var matcher = VALUE.matcher(text);
        while (matcher.find()) {
            if (matcher.start() > spared || random.nextInt(40) == 0) {
                places.add(new int[] {matcher.start(), matcher.end()});
            }
        }
        if (places.isEmpty()) {
            return text;
        }
        var place = places.get(random.nextInt(places.size()));
        return text.substring(0, place[0]) + value(text, places) + text.substring(place[1]);
    }

    private String value(String text, List<int[]> places) {
        if (random.nextInt(3) == 0) {
            var other = places.get(random.nextInt(places.size()));
            return text.substring(other[0], other[1]);
        }
        return VALUES.get(random.nextInt(VALUES.size()));
    }
}
