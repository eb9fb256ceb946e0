package io.retrogate.as2;

/**
 * How one attempt to send ended. Only {@code RECEIPT_VERIFIED} is a success.
 *
 * @param httpStatus 0 if there was no answer
 * @param detail one sentence for people; the disposition of the receipt if there was one
 */
public record As2Outcome(State state, int httpStatus, String detail) {

    public enum State {
        /**
         * Signed by the partner, about our message, positive, and with our MIC. Where the agreement
         * asks for no signature, there may be none, and no MIC.
         */
        RECEIPT_VERIFIED,
        /** The partner took the message, and sends the receipt on a connection of its own. */
        RECEIPT_AWAITED,
        /** The partner refused the message in a receipt that we can believe. */
        RECEIPT_NEGATIVE,
        /** There is none in the answer. */
        RECEIPT_MISSING,
        /** A signed one was asked for. */
        RECEIPT_UNSIGNED,
        /** Its signature, or its form, proves nothing; the detail says why. */
        RECEIPT_UNPROVEN,
        /** It names another Message-ID. */
        RECEIPT_OF_ANOTHER,
        /** The partner has other bytes than we sent, or does not say which. */
        MIC_MISMATCH,
        /** The partner's server answered with a status other than 2xx. */
        HTTP_ERROR,
        /** Nothing was sent. */
        NO_CONNECTION,
        /** One side did not believe the other's certificate, or they have no TLS in common. */
        NO_TLS,
        /** Sent, perhaps received: no answer within the deadline, or the connection broke. */
        AMBIGUOUS
    }
}
