package io.retrogate.translate;

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** How the text of one element becomes a value. */
interface Reading {

    Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)");
    Pattern DIGITS = Pattern.compile("-?\\d+");
    Pattern INTEGER = Pattern.compile("\\d{1,9}");
    Pattern GTIN = Pattern.compile("\\d{8}|\\d{12,14}");
    Pattern GLN = Pattern.compile("\\d{13}");
    Pattern SSCC = Pattern.compile("\\d{18}");

    Found read(String text, Surroundings around);

    static Reading text() {
        return (text, around) -> Found.of(TextNode.valueOf(text));
    }

    static Reading matching(String pattern) {
        var compiled = Pattern.compile(pattern);
        return (text, around) ->
                compiled.matcher(text).find()
                        ? Found.of(TextNode.valueOf(text))
                        : Found.unreadable("a value of the form " + pattern);
    }

    /** X12 types N0 and R, EDIFACT type n with the interchange's decimal mark. */
    static Reading decimal() {
        return (text, around) -> {
            var point = pointed(text, around.decimalMarks());
            return NUMBER.matcher(point).matches()
                    ? Found.of(TextNode.valueOf(plain(new BigDecimal(point))))
                    : Found.unreadable("a number whose decimal mark is " + around.decimalMarks());
        };
    }

    private static String pointed(String text, String marks) {
        var pointed = new StringBuilder(text);
        for (int at = 0; at < text.length(); at++) {
            char mark = text.charAt(at);
            if (mark == '.' || mark == ',') {
                pointed.setCharAt(at, marks.indexOf(mark) >= 0 ? '.' : '?');
            }
        }
        return pointed.toString();
    }

    /** X12 type Nn: that many decimals, with no point written. */
    static Reading implied(int decimals) {
        return (text, around) ->
                DIGITS.matcher(text).matches()
                        ? Found.of(
                                TextNode.valueOf(
                                        plain(new BigDecimal(text).movePointLeft(decimals))))
                        : Found.unreadable("digits with " + decimals + " implied decimals");
    }

    static Reading integer() {
        return (text, around) ->
                INTEGER.matcher(text).matches()
                        ? Found.of(IntNode.valueOf(Integer.parseInt(text)))
                        : Found.unreadable("a whole number");
    }

    /** X12 element 1073. */
    static Reading yesOrNo() {
        return (text, around) ->
                switch (text) {
                    case "Y" -> Found.of(BooleanNode.TRUE);
                    case "N" -> Found.of(BooleanNode.FALSE);
                    default -> Found.unreadable("Y or N");
                };
    }

    /** GTIN-8, -12, -13 or -14, filled up to 14 digits. */
    static Reading gtin() {
        return (text, around) ->
                GTIN.matcher(text).matches() && CheckDigit.fits(text)
                        ? Found.of(TextNode.valueOf("0".repeat(14 - text.length()) + text))
                        : Found.unreadable(
                                "a GTIN of 8, 12, 13 or 14 digits with a right check digit");
    }

    static Reading gln() {
        return (text, around) ->
                GLN.matcher(text).matches() && CheckDigit.fits(text)
                        ? Found.of(TextNode.valueOf(text))
                        : Found.unreadable("a GLN of 13 digits with a right check digit");
    }

    /** With or without the application identifier 00 before it. */
    static Reading sscc() {
        return (text, around) -> {
            var bare = text.length() == 20 && text.startsWith("00") ? text.substring(2) : text;
            return SSCC.matcher(bare).matches() && CheckDigit.fits(bare)
                    ? Found.of(TextNode.valueOf(bare))
                    : Found.unreadable("an SSCC of 18 digits with a right check digit");
        };
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.toPlainString();
    }
}
