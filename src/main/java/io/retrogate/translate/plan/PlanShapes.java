package io.retrogate.translate.plan;

/** Whether a text already is what the message will say, so that it can be copied. */
final class PlanShapes {

    private PlanShapes() {}

    /**
     * Digits without a zero in front that says nothing; with decimals only if they are not all
     * zero.
     *
     * @param point whether decimals may stand behind a point
     */
    static boolean decimal(PlanText text, boolean point) {
        int length = text.length();
        int first = text.at(0) == '-' ? 1 : 0;
        int mark = first;
        boolean zero = true;
        while (mark < length && isDigit(text.at(mark))) {
            zero &= text.at(mark) == '0';
            mark++;
        }
        if (mark == first || (text.at(first) == '0' && mark > first + 1)) {
            return false;
        }
        if (mark == length) {
            return !zero || (first == 0 && length == 1);
        }
        if (!point || text.at(mark) != '.' || mark + 1 == length) {
            return false;
        }
        for (int at = mark + 1; at < length; at++) {
            if (!isDigit(text.at(at))) {
                return false;
            }
            zero &= text.at(at) == '0';
        }
        return !zero;
    }

    /** Digits with a right check digit, those in front left aside. */
    static boolean key(PlanText text, int skip) {
        if (!text.isDigits()) {
            return false;
        }
        int sum = 0;
        int weight = 3;
        for (int at = text.length() - 2; at >= skip; at--) {
            sum += weight * (text.at(at) - '0');
            weight = 4 - weight;
        }
        return (10 - sum % 10) % 10 == text.at(text.length() - 1) - '0';
    }

    /** CCYYMMDD of a day that every month has, or that this one has. */
    static boolean date(PlanText text) {
        if (!text.isDigits()) {
            return false;
        }
        int month = (text.at(4) - '0') * 10 + text.at(5) - '0';
        int day = (text.at(6) - '0') * 10 + text.at(7) - '0';
        return month >= 1 && month <= 12 && day >= 1 && (day <= 28 || (day <= 30 && month != 2));
    }

    /** CCYYMMDD as CCYY-MM-DD. */
    static void writeDate(PlanText text, PlanRun run, int cell) {
        var scratch = run.scratch();
        int from = scratch.size();
        int start = text.from();
        // The bytes may be the scratch's own, which adding replaces; the old ones stay as they are.
        var bytes = text.bytes();
        scratch.add(bytes, start, start + 4);
        scratch.add('-');
        scratch.add(bytes, start + 4, start + 6);
        scratch.add('-');
        scratch.add(bytes, start + 6, start + 8);
        run.draft().fill(cell, PlanCell.MADE, from, scratch.size());
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }
}
