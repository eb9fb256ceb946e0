package io.retrogate.ledger;

import io.retrogate.edi.ControlNumber;
import java.time.Instant;
import java.util.List;

/**
 * An acknowledgement that still lacks its control numbers; the ledger allocates them in its own
 * transaction and then asks for the bytes, which must be a pure function of the arguments.
 *
 * @param form {@code 997}, {@code 999}, {@code 997+999}, {@code TA1}, {@code CONTRL}, {@code 824}
 *     or {@code APERAK}
 * @param counter whose number series is used, {@code own-id>partner-id}
 * @param verdict A, E, P or R, for people
 */
public record PlannedAcknowledgement(
        String partner, String form, String counter, String verdict, Renderer renderer) {

    @FunctionalInterface
    public interface Renderer {
        /** Lines of evidence are bytes: ISO-8859-1 text of the whole interchange. */
        String render(ControlNumber interchange, Instant ledgerTime);
    }

    /** What stands in the ledger afterwards. */
    public record Settled(
            String form, String controlNumber, String verdict, String state, List<String> groups) {
        public Settled {
            groups = List.copyOf(groups);
        }
    }
}
