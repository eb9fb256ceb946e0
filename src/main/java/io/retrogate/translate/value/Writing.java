package io.retrogate.translate.value;

import com.fasterxml.jackson.databind.JsonNode;
import io.retrogate.edi.Standard;
import java.math.BigDecimal;
import java.util.Optional;

/** How a value of the message becomes the text of one element; the way back of {@link Reading}. */
public interface Writing {

    /** Empty if the value is none that this element can carry. */
    Optional<Words> write(JsonNode value, Neighbours beside, Standard standard);

    /**
     * The text of an element, and of those beside a date.
     *
     * @param format EDIFACT 2379; empty where the element does not need one
     */
    record Words(String text, String time, String zone, String format) {
        public static Words of(String text) {
            return new Words(text, "", "", "");
        }
    }

    /** Which elements beside a date the rule can write. */
    record Neighbours(boolean time, boolean zone, boolean format) {}

    static Writing text() {
        return (value, beside, standard) ->
                value.isValueNode() ? Optional.of(Words.of(value.asText())) : Optional.empty();
    }

    /**
     * X12 types N0 and R, EDIFACT type n; no trailing zeros are lost. The point is the default of
     * both standards; UNA is not written for another one.
     */
    static Writing decimal() {
        return (value, beside, standard) ->
                number(value).map(BigDecimal::toPlainString).map(Words::of);
    }

    /** X12 type Nn; empty if the value has more decimals than that. */
    static Writing implied(int decimals) {
        return (value, beside, standard) ->
                number(value)
                        .map(number -> number.movePointRight(decimals).stripTrailingZeros())
                        .filter(number -> number.scale() <= 0)
                        .map(BigDecimal::toPlainString)
                        .map(Words::of);
    }

    /** X12 element 1073. */
    static Writing yesOrNo() {
        return (value, beside, standard) ->
                value.isBoolean()
                        ? Optional.of(Words.of(value.asBoolean() ? "Y" : "N"))
                        : Optional.empty();
    }

    private static Optional<BigDecimal> number(JsonNode value) {
        try {
            return Optional.of(new BigDecimal(value.asText()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
