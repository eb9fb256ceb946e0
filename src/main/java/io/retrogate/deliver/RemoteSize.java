package io.retrogate.deliver;

import io.retrogate.edi.GatewayException;
import org.apache.camel.Exchange;

/** Compares what a server has with what it was sent. */
final class RemoteSize {

    static final long UNKNOWN = -1;

    private RemoteSize() {}

    /** The body, in a form that can be read again. */
    static byte[] bytes(Exchange exchange) {
        byte[] bytes = exchange.getMessage().getBody(byte[].class);
        if (bytes == null) {
            throw new GatewayException(DeliverProblem.SIZE_DIFFERS, "there is nothing to send");
        }
        exchange.getMessage().setBody(bytes);
        return bytes;
    }

    static void check(String name, long sent, long found) {
        if (sent != found) {
            String has = found == UNKNOWN ? "does not show " + name : "has " + found + " bytes";
            throw new GatewayException(
                    DeliverProblem.SIZE_DIFFERS,
                    "the server " + has + " of " + sent + " that were sent");
        }
    }
}
