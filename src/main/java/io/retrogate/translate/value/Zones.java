package io.retrogate.translate.value;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The zones that documents name: X12 element 623, and the zone in EDIFACT 2379 formats 303 and 304.
 */
final class Zones {

    private static final ZoneId EASTERN = ZoneId.of("America/New_York");
    private static final ZoneId CENTRAL = ZoneId.of("America/Chicago");
    private static final ZoneId MOUNTAIN = ZoneId.of("America/Denver");
    private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");

    private static final Map<String, ZoneId> NAMED =
            Map.ofEntries(
                    Map.entry("UT", ZoneOffset.UTC),
                    Map.entry("GM", ZoneOffset.UTC),
                    Map.entry("UTC", ZoneOffset.UTC),
                    Map.entry("GMT", ZoneOffset.UTC),
                    Map.entry("ET", EASTERN),
                    Map.entry("CT", CENTRAL),
                    Map.entry("MT", MOUNTAIN),
                    Map.entry("PT", PACIFIC),
                    Map.entry("AT", ZoneId.of("America/Halifax")),
                    Map.entry("NT", ZoneId.of("America/St_Johns")),
                    Map.entry("HT", ZoneId.of("Pacific/Honolulu")),
                    Map.entry("CET", ZoneId.of("Europe/Berlin")),
                    Map.entry("EST", ZoneOffset.ofHours(-5)),
                    Map.entry("ES", ZoneOffset.ofHours(-5)),
                    Map.entry("ED", ZoneOffset.ofHours(-4)),
                    Map.entry("CS", ZoneOffset.ofHours(-6)),
                    Map.entry("CD", ZoneOffset.ofHours(-5)),
                    Map.entry("MS", ZoneOffset.ofHours(-7)),
                    Map.entry("MD", ZoneOffset.ofHours(-6)),
                    Map.entry("PS", ZoneOffset.ofHours(-8)),
                    Map.entry("PD", ZoneOffset.ofHours(-7)),
                    Map.entry("AS", ZoneOffset.ofHours(-4)),
                    Map.entry("AD", ZoneOffset.ofHours(-3)),
                    Map.entry("HS", ZoneOffset.ofHours(-10)));

    private static final Pattern OFFSET = Pattern.compile("([+-])(\\d\\d)(\\d\\d)?");

    private Zones() {}

    /** UTC for no zone and for LT, which names none; empty if unknown. */
    static Optional<ZoneId> find(String code) {
        if (code.isEmpty() || code.equals("LT")) {
            return Optional.of(ZoneOffset.UTC);
        }
        var offset = OFFSET.matcher(code);
        if (offset.matches()) {
            int sign = offset.group(1).equals("-") ? -1 : 1;
            int minutes = offset.group(3) == null ? 0 : Integer.parseInt(offset.group(3));
            return ofMinutes(sign * (Integer.parseInt(offset.group(2)) * 60 + minutes));
        }
        if (Pattern.matches("\\d\\d", code)) {
            return numbered(Integer.parseInt(code));
        }
        return Optional.ofNullable(NAMED.get(code));
    }

    /** 01 to 12 are hours east of UTC; 13 is twelve hours west, 24 one hour west. */
    private static Optional<ZoneId> numbered(int code) {
        if (code < 1 || code > 24) {
            return Optional.empty();
        }
        return ofMinutes(60 * (code <= 12 ? code : code - 25));
    }

    private static Optional<ZoneId> ofMinutes(int minutes) {
        return Math.abs(minutes) > 18 * 60
                ? Optional.empty()
                : Optional.of(ZoneOffset.ofTotalSeconds(minutes * 60));
    }

    /** The code of X12 element 623 for an offset; empty for one that has none. */
    static Optional<String> code(ZoneOffset offset) {
        int minutes = offset.getTotalSeconds() / 60;
        return switch (minutes) {
            case 0 -> Optional.of("UT");
            case -300 -> Optional.of("ES");
            case -360 -> Optional.of("CS");
            case -420 -> Optional.of("MS");
            case -480 -> Optional.of("PS");
            default -> minutes % 60 == 0 ? numbered(offset) : Optional.empty();
        };
    }

    private static Optional<String> numbered(ZoneOffset offset) {
        int hours = offset.getTotalSeconds() / 3600;
        int code = hours > 0 ? hours : 25 + hours;
        return code >= 1 && code <= 24 && hours <= 12
                ? Optional.of(String.format(Locale.ROOT, "%02d", code))
                : Optional.empty();
    }
}
