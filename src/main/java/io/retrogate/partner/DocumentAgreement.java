package io.retrogate.partner;

import java.util.List;

/**
 * One kind of document that we exchange with a partner.
 *
 * @param message as written in the agreement: {@code X12 856 004010}, {@code EDIFACT RETANN D01B},
 *     {@code EDIFACT RETANN D96A EN}
 * @param acknowledge what we answer: {@code 997}, {@code 999}, {@code CONTRL} or {@code none}
 * @param business by what we say whether we use a document whose syntax is right: {@code 824},
 *     {@code APERAK} or {@code none}
 * @param to names of the endpoints that get it
 * @param mapping the Smooks configuration in the partner's folder that reads it; empty: our
 *     mappings
 * @param eachLine whether each line is judged alone: a wrong one is held back, and the others go on
 */
public record DocumentAgreement(
        Direction direction,
        io.retrogate.edi.MessageType message,
        String acknowledge,
        String business,
        List<String> to,
        String mapping,
        boolean eachLine) {

    public DocumentAgreement {
        to = List.copyOf(to);
    }

    /** All lines together. */
    public DocumentAgreement(
            Direction direction,
            io.retrogate.edi.MessageType message,
            String acknowledge,
            String business,
            List<String> to,
            String mapping) {
        this(direction, message, acknowledge, business, to, mapping, false);
    }

    /** By the built-in mapping. */
    public DocumentAgreement(
            Direction direction,
            io.retrogate.edi.MessageType message,
            String acknowledge,
            String business,
            List<String> to) {
        this(direction, message, acknowledge, business, to, "");
    }

    /** Without a business answer. */
    public DocumentAgreement(
            Direction direction,
            io.retrogate.edi.MessageType message,
            String acknowledge,
            List<String> to) {
        this(direction, message, acknowledge, "none", to);
    }

    /** Always from our own point of view. */
    public enum Direction {
        INBOUND,
        OUTBOUND
    }
}
