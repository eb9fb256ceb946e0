package io.retrogate.ledger;

/**
 * The stored answer of the transport, replayed byte for byte to a resend.
 *
 * @param headers the HTTP header lines, CR LF between them
 * @param body ISO-8859-1 view of the exact bytes
 * @param deliverTo where this copy goes on a connection of its own; empty: in the answer
 */
public record Receipt(String headers, String body, String deliverTo) {

    /** The form of a delivery that brings a receipt. */
    public static final String FORM = "MDN";

    public Receipt(String headers, String body) {
        this(headers, body, "");
    }

    Receipt deliveredTo(String url) {
        return new Receipt(headers, body, url);
    }
}
