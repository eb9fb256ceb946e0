package io.retrogate.validate;

import io.retrogate.edi.lane.TransactionIndex;

/**
 * Whether the bytes of a simple element surely are what its type demands. Each is a little narrower
 * than StAEDI, never wider; lengths count as X12.6 §3.5 and ISO 9735 §10 say, without sign and
 * mark.
 */
final class ElementShape {

    private ElementShape() {}

    static boolean text(TransactionIndex index, int from, int to, int min, int max) {
        int length = to - from;
        char component = index.delimiters().component();
        int release = index.released() ? index.delimiters().release() : -1;
        for (int i = from; i < to; i++) {
            int b = index.at(i) & 0xFF;
            if (b == component) {
                return false;
            }
            if (b == release) {
                length--;
                i++;
            }
        }
        return length >= min && length <= max;
    }

    /** Capital letters and digits, as in a header. */
    static boolean plain(TransactionIndex index, int from, int to, int min, int max) {
        for (int i = from; i < to; i++) {
            byte b = index.at(i);
            if (!digit(b) && (b < 'A' || b > 'Z')) {
                return false;
            }
        }
        return to - from >= min && to - from <= max;
    }

    static boolean numeric(TransactionIndex index, int from, int to, int min, int max) {
        int first = from < to && index.at(from) == '-' ? from + 1 : from;
        int length = to - first;
        return digits(index, first, to) && length >= min && length <= max;
    }

    /** Without exponent; a digit before the mark, so that it is a number in EDIFACT too. */
    static boolean decimal(TransactionIndex index, int from, int to, int min, int max) {
        int first = from < to && index.at(from) == '-' ? from + 1 : from;
        int mark = first;
        while (mark < to && digit(index.at(mark))) {
            mark++;
        }
        if (mark == to) {
            return to - first >= min && to - first <= max;
        }
        // An unusual mark counts into the length there, so both ways of counting have to fit.
        return mark > first
                && isMark(index, index.at(mark))
                && mark + 1 < to
                && digits(index, mark + 1, to)
                && to - first - 1 >= min
                && to - first <= max + (index.at(mark) == index.delimiters().decimalMark() ? 1 : 0);
    }

    private static boolean isMark(TransactionIndex index, byte b) {
        boolean edifact = index.delimiters().release() != 0;
        return b == '.' || (edifact && b == ',');
    }

    /** YYMMDD or CCYYMMDD. */
    static boolean date(TransactionIndex index, int from, int to, int min, int max) {
        int length = to - from;
        if ((length != 6 && length != 8) || length < min || length > max) {
            return false;
        }
        if (!digits(index, from, to)) {
            return false;
        }
        int day = two(index, to - 2);
        int month = two(index, to - 4);
        int year = two(index, to - 6);
        if (month == 2 && day == 29) {
            // Of a year without century only those are sure that are leap years in every century.
            return year % 4 == 0 && year != 0;
        }
        int last =
                month == 2 ? 28 : month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
        return month >= 1 && month <= 12 && day >= 1 && day <= last;
    }

    /** HHMM, HHMMSS, or with decimal seconds. */
    static boolean time(TransactionIndex index, int from, int to, int min, int max) {
        int length = to - from;
        return length >= min
                && length <= max
                && (length == 4 || length >= 6)
                && digits(index, from, to)
                && two(index, from) < 24
                && two(index, from + 2) < 60
                && (length == 4 || two(index, from + 4) < 60);
    }

    private static int two(TransactionIndex index, int at) {
        return (index.at(at) - '0') * 10 + index.at(at + 1) - '0';
    }

    private static boolean digits(TransactionIndex index, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!digit(index.at(i))) {
                return false;
            }
        }
        return from < to;
    }

    private static boolean digit(byte b) {
        return b >= '0' && b <= '9';
    }
}
