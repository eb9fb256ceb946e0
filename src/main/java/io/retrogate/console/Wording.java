package io.retrogate.console;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times, sizes and RMAs as people read them. */
final class Wording {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final String[] UNITS = {"kB", "MB", "GB", "TB"};

    private Wording() {}

    static String time(Instant instant) {
        return TIME.format(instant);
    }

    /** Decimal units: 1 kB is 1,000 bytes. */
    static String size(long bytes) {
        if (bytes < 1000) {
            return bytes == 1 ? "1 byte" : bytes + " bytes";
        }
        double value = bytes / 1000.0;
        int unit = 0;
        while (value >= 999.95 && unit < UNITS.length - 1) {
            value /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %s", value, UNITS[unit]);
    }

    /** Many numbers say what they are themselves. */
    static String rma(String number) {
        return number.isEmpty() || number.regionMatches(true, 0, "RMA", 0, 3)
                ? number
                : "RMA " + number;
    }
}
