package io.retrogate.translate.value;

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** What is read without looking at anything beside it, but for the decimal mark. */
public enum PlainReading implements Reading {
    TEXT {
        @Override
        public Found read(String text, Surroundings around) {
            return Found.of(TextNode.valueOf(text));
        }
    },

    DECIMAL {
        @Override
        public Found read(String text, Surroundings around) {
            var point = pointed(text, around.decimalMarks());
            return NUMBER.matcher(point).matches()
                    ? Found.of(TextNode.valueOf(plain(new BigDecimal(point))))
                    : Found.unreadable("a number whose decimal mark is " + around.decimalMarks());
        }
    },

    INTEGER {
        @Override
        public Found read(String text, Surroundings around) {
            return WHOLE.matcher(text).matches()
                    ? Found.of(IntNode.valueOf(Integer.parseInt(text)))
                    : Found.unreadable("a whole number");
        }
    },

    YES_OR_NO {
        @Override
        public Found read(String text, Surroundings around) {
            return switch (text) {
                case "Y" -> Found.of(BooleanNode.TRUE);
                case "N" -> Found.of(BooleanNode.FALSE);
                default -> Found.unreadable("Y or N");
            };
        }
    },

    GTIN {
        @Override
        public Found read(String text, Surroundings around) {
            return GTIN_DIGITS.matcher(text).matches() && CheckDigit.fits(text)
                    ? Found.of(TextNode.valueOf("0".repeat(14 - text.length()) + text))
                    : Found.unreadable("a GTIN of 8, 12, 13 or 14 digits with a right check digit");
        }
    },

    GLN {
        @Override
        public Found read(String text, Surroundings around) {
            return GLN_DIGITS.matcher(text).matches() && CheckDigit.fits(text)
                    ? Found.of(TextNode.valueOf(text))
                    : Found.unreadable("a GLN of 13 digits with a right check digit");
        }
    },

    SSCC {
        @Override
        public Found read(String text, Surroundings around) {
            var bare = text.length() == 20 && text.startsWith("00") ? text.substring(2) : text;
            return SSCC_DIGITS.matcher(bare).matches() && CheckDigit.fits(bare)
                    ? Found.of(TextNode.valueOf(bare))
                    : Found.unreadable("an SSCC of 18 digits with a right check digit");
        }
    };

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");
    private static final Pattern GTIN_DIGITS = Pattern.compile("\\d{8}|\\d{12,14}");
    private static final Pattern GLN_DIGITS = Pattern.compile("\\d{13}");
    private static final Pattern SSCC_DIGITS = Pattern.compile("\\d{18}");

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

    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.toPlainString();
    }
}
