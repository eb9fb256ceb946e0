package io.retrogate.translate.value;

import com.fasterxml.jackson.databind.node.TextNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/**
 * Dates and times as ISO 8601: a date without time stays a date; one with a time gets its zone, UTC
 * if the document names none (X12 elements 373, 337, 623; EDIFACT 2379). Of X12, where the time is
 * an element of its own, one that cannot be leaves the date alone.
 */
public final class MomentReading implements Reading {

    private static final Pattern DIGITS = Pattern.compile("\\d+");

    @Override
    public Found read(String text, Surroundings around) {
        try {
            return switch (around.format()) {
                case "X12" -> of(text, x12Time(around), around.zone(), around);
                case "", "102" -> of(exactly(8, text), "", "", around);
                case "101" -> of(exactly(6, text), "", "", around);
                case "201" -> of(exactly(10, text), 6, "", around);
                case "203" -> of(exactly(12, text), 8, "", around);
                case "204" -> of(exactly(14, text), 8, "", around);
                case "205" -> of(text.substring(0, 12), 8, text.substring(12), around);
                case "303" -> of(text.substring(0, 12), 8, text.substring(12), around);
                case "304" -> of(text.substring(0, 14), 8, text.substring(14), around);
                default ->
                        Found.unreadable(
                                "a date in a format we read (2379 = 101, 102, 201, 203, 204, 205, 303 or 304)");
            };
        } catch (DateTimeException | IndexOutOfBoundsException e) {
            return Found.unreadable(
                    "a real date"
                            + (around.format().equals("X12")
                                    ? ""
                                    : " in format " + around.format()));
        }
    }

    /** Empty if it is no time of day: that is a warning (DOC-050), and the date still stands. */
    private static String x12Time(Surroundings around) {
        try {
            time(around.time());
            return around.time();
        } catch (DateTimeException e) {
            return "";
        }
    }

    private static Found of(String text, int dateLength, String zone, Surroundings around) {
        return of(text.substring(0, dateLength), text.substring(dateLength), zone, around);
    }

    private static Found of(String date, String time, String zone, Surroundings around) {
        var day = date(date, around);
        if (time.isEmpty()) {
            return Found.of(TextNode.valueOf(day.toString()));
        }
        var zoneId = Zones.find(zone);
        if (zoneId.isEmpty()) {
            return Found.unreadable("a time zone we know, not '" + zone + "'");
        }
        return Found.of(TextNode.valueOf(text(day, time(time), zoneId.get())));
    }

    private static String text(LocalDate day, LocalTime time, ZoneId zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(ZonedDateTime.of(day, time, zone));
    }

    private static LocalDate date(String text, Surroundings around) {
        if (!DIGITS.matcher(text).matches() || (text.length() != 8 && text.length() != 6)) {
            throw new DateTimeException("not a date");
        }
        int year = Integer.parseInt(text.substring(0, text.length() - 4));
        int month = Integer.parseInt(text.substring(text.length() - 4, text.length() - 2));
        int day = Integer.parseInt(text.substring(text.length() - 2));
        return LocalDate.of(text.length() == 8 ? year : century(year, around), month, day);
    }

    /** The year nearest to the arrival: from 80 years before it to 19 years after. */
    private static int century(int year, Surroundings around) {
        int now = around.receivedAt().atZone(ZoneOffset.UTC).getYear();
        int full = now - now % 100 + year;
        return full > now + 19 ? full - 100 : full <= now - 80 ? full + 100 : full;
    }

    /** HHMM, HHMMSS, or with tenths and hundredths behind (X12 element 337). */
    private static LocalTime time(String text) {
        if (!DIGITS.matcher(text).matches()
                || text.length() < 4
                || text.length() == 5
                || text.length() > 8) {
            throw new DateTimeException("not a time");
        }
        int second = text.length() >= 6 ? Integer.parseInt(text.substring(4, 6)) : 0;
        int nano =
                text.length() > 6
                        ? Integer.parseInt((text.substring(6) + "0").substring(0, 2)) * 10_000_000
                        : 0;
        return LocalTime.of(
                Integer.parseInt(text.substring(0, 2)),
                Integer.parseInt(text.substring(2, 4)),
                second,
                nano);
    }

    private static String exactly(int length, String text) {
        if (text.length() != length) {
            throw new DateTimeException("not " + length + " digits");
        }
        return text;
    }
}
