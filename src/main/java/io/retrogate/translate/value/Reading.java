package io.retrogate.translate.value;

/** How the text of one element becomes a value. */
public sealed interface Reading
        permits PlainReading, PatternReading, ImpliedReading, MomentReading {

    Found read(String text, Surroundings around);

    static Reading text() {
        return PlainReading.TEXT;
    }

    static Reading matching(String pattern) {
        return new PatternReading(pattern);
    }

    /** X12 types N0 and R, EDIFACT type n with the interchange's decimal mark. */
    static Reading decimal() {
        return PlainReading.DECIMAL;
    }

    /** X12 type Nn: that many decimals, with no point written. */
    static Reading implied(int decimals) {
        return new ImpliedReading(decimals);
    }

    static Reading integer() {
        return PlainReading.INTEGER;
    }

    /** X12 element 1073. */
    static Reading yesOrNo() {
        return PlainReading.YES_OR_NO;
    }

    /** GTIN-8, -12, -13 or -14, filled up to 14 digits. */
    static Reading gtin() {
        return PlainReading.GTIN;
    }

    static Reading gln() {
        return PlainReading.GLN;
    }

    /** With or without the application identifier 00 before it. */
    static Reading sscc() {
        return PlainReading.SSCC;
    }
}
