package io.retrogate.translate.value;

import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** A number whose last digits are decimals, with no point written (X12 type Nn). */
record ImpliedReading(int decimals) implements Reading {

    private static final Pattern DIGITS = Pattern.compile("-?\\d+");

    @Override
    public Found read(String text, Surroundings around) {
        return DIGITS.matcher(text).matches()
                ? Found.of(
                        TextNode.valueOf(
                                PlainReading.plain(new BigDecimal(text).movePointLeft(decimals))))
                : Found.unreadable("digits with " + decimals + " implied decimals");
    }
}
