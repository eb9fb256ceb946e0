package io.retrogate.validate;

import io.retrogate.edi.lane.TransactionIndex;

/**
 * Whether the bytes of a simple element surely are what its type demands. Each is a little narrower
 * than StAEDI, never wider; lengths count as X12.6 §3.5 and ISO 9735 §10 say, without sign and
 * mark.
 */
enum ElementShape {
    TEXT,
    /** Capital letters and digits, as in a header. */
    PLAIN,
    NUMERIC,
    DECIMAL,
    DATE,
    TIME,
    /** Its data may hold anything, so whatever the index makes of it is doubtful. */
    BINARY;

    boolean surely(TransactionIndex index, int from, int to, boolean composed, int min, int max) {
        byte[] bytes = index.bytes();
        return switch (this) {
            case TEXT ->
                    composed
                            ? composedText(index, from, to, min, max)
                            : to - from >= min && to - from <= max;
            case PLAIN -> plain(bytes, from, to) && to - from >= min && to - from <= max;
            case NUMERIC -> numeric(bytes, from, to, min, max);
            case DECIMAL -> decimal(index, from, to, min, max);
            case DATE -> to - from >= min && to - from <= max && date(bytes, from, to);
            case TIME -> to - from >= min && to - from <= max && time(bytes, from, to);
            case BINARY -> false;
        };
    }

    private static boolean composedText(
            TransactionIndex index, int from, int to, int min, int max) {
        byte[] bytes = index.bytes();
        int length = to - from;
        byte component = (byte) index.delimiters().component();
        boolean released = index.released();
        byte release = (byte) index.delimiters().release();
        for (int i = from; i < to; i++) {
            if (bytes[i] == component) {
                return false;
            }
            if (released && bytes[i] == release) {
                length--;
                i++;
            }
        }
        return length >= min && length <= max;
    }

    private static boolean plain(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!digit(bytes[i]) && (bytes[i] < 'A' || bytes[i] > 'Z')) {
                return false;
            }
        }
        return true;
    }

    private static boolean numeric(byte[] bytes, int from, int to, int min, int max) {
        int first = from < to && bytes[from] == '-' ? from + 1 : from;
        int length = to - first;
        return digits(bytes, first, to) && length >= min && length <= max;
    }

    /** Without exponent; a digit before the mark, so that it is a number in EDIFACT too. */
    private static boolean decimal(TransactionIndex index, int from, int to, int min, int max) {
        byte[] bytes = index.bytes();
        int first = from < to && bytes[from] == '-' ? from + 1 : from;
        int mark = first;
        while (mark < to && digit(bytes[mark])) {
            mark++;
        }
        if (mark == to) {
            return to - first >= min && to - first <= max;
        }
        // An unusual mark counts into the length there, so both ways of counting have to fit.
        return mark > first
                && isMark(index, bytes[mark])
                && mark + 1 < to
                && digits(bytes, mark + 1, to)
                && to - first - 1 >= min
                && to - first <= max + (bytes[mark] == index.delimiters().decimalMark() ? 1 : 0);
    }

    private static boolean isMark(TransactionIndex index, byte b) {
        boolean edifact = index.delimiters().release() != 0;
        return b == '.' || (edifact && b == ',');
    }

    /** YYMMDD or CCYYMMDD. */
    private static boolean date(byte[] bytes, int from, int to) {
        int length = to - from;
        if ((length != 6 && length != 8) || !digits(bytes, from, to)) {
            return false;
        }
        int day = two(bytes, to - 2);
        int month = two(bytes, to - 4);
        int year = two(bytes, to - 6);
        if (month == 2 && day == 29) {
            // Of a year without century only those are sure that are leap years in every century.
            return year % 4 == 0 && year != 0;
        }
        int last =
                month == 2 ? 28 : month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
        return month >= 1 && month <= 12 && day >= 1 && day <= last;
    }

    /** HHMM, HHMMSS, or with decimal seconds. */
    private static boolean time(byte[] bytes, int from, int to) {
        int length = to - from;
        return (length == 4 || length >= 6)
                && digits(bytes, from, to)
                && two(bytes, from) < 24
                && two(bytes, from + 2) < 60
                && (length == 4 || two(bytes, from + 4) < 60);
    }

    private static int two(byte[] bytes, int at) {
        return (bytes[at] - '0') * 10 + bytes[at + 1] - '0';
    }

    private static boolean digits(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!digit(bytes[i])) {
                return false;
            }
        }
        return from < to;
    }

    private static boolean digit(byte b) {
        return b >= '0' && b <= '9';
    }
}
